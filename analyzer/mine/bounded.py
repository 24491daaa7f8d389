"""Running what strangers can make slow or hungry: no longer, and with no more memory, than was granted.

Lizard needs quadratic time and more than quadratic memory for some files of a few kilobytes, and there is no telling
which. Processor time is counted, not time on the clock, so that a busy machine gives the same answer. Where a system
has no such limits (Windows), and outside of the main thread, nothing is bounded.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_MEGABYTE = 1 << 20
_AGAIN = 0.5
"""Seconds after which it is told again, should something have swallowed the first telling."""


class TooCostlyError(Exception):
    """More time or memory was asked for than was granted."""


@contextmanager
def bounded(seconds: float, megabytes: int) -> Iterator[None]:
    """Raise TooCostlyError within the block when it has taken so much processor time or additional memory."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    with _memory(megabytes), _time(seconds):
        try:
            yield
        except MemoryError as error:
            raise TooCostlyError from error


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooCostlyError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    # Not on Windows.
    import resource

    used = _address_space()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + megabytes * _MEGABYTE
    allowed = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    if not used or wanted >= min(allowed, default=wanted + 1):
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """Return the bytes of address space in use; 0 where the system does not say."""
    import resource

    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()
