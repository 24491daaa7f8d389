"""Interrupts (Ctrl-C) that wait until what must not be cut in half is done, and that are not lost."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.01
"""Seconds after which an interrupt that was lost is raised again."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let an interrupt wait until the body has ended; processes that the body starts never get one.

    In another thread than the main one only the second holds: Python runs handlers in the main thread.
    """
    waiting: list[int] = []

    def keep(number: int, _frame: FrameType | None) -> None:
        waiting.append(number)

    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, keep) if main else None
    # What a new process inherits is not the handler but what is blocked.
    unblocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)
        if main:
            signal.signal(signal.SIGINT, before)
            if waiting:
                signal.raise_signal(signal.SIGINT)


def begin_to_heed() -> None:
    """Take interrupts from here on: whoever started this process may have held them back until it can answer."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def never_lose() -> None:
    """Raise an interrupt again that Python has thrown away, for the rest of this process.

    It comes wherever the main thread happens to be, and what is raised where the collector calls back is only printed:
    as the tables of a store are collected by and by, that is one of twenty. Must be called in the main thread.
    """
    usual = sys.unraisablehook

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if issubclass(unraisable.exc_type, KeyboardInterrupt):
            # Not now: it would be lost in here, too.
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        else:
            usual(unraisable)

    signal.signal(signal.SIGALRM, signal.default_int_handler)
    sys.unraisablehook = hook
