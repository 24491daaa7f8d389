"""An end to what a stranger's file could make another program's code do for hours."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TookTooLong(Exception):
    """The time that was allowed is over."""


@contextmanager
def processor_seconds(count: float) -> Iterator[None]:
    """Raise TookTooLong in what runs in it, when it has used so many seconds of processor time.

    Seconds of the processor, so that a busy machine does not change what is counted. Only systems with POSIX timers
    have such an alarm, and only a program's main thread can take it; elsewhere nothing is limited.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _alarm)
    signal.setitimer(signal.ITIMER_VIRTUAL, count)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _alarm(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong
