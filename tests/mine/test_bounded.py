"""Work that is ended when it takes too much."""

from __future__ import annotations

import resource
import signal
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from analyzer.mine.bounded import TooCostlyError, bounded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")


def _limits() -> tuple[object, ...]:
    return (
        signal.getsignal(signal.SIGVTALRM),
        signal.getitimer(signal.ITIMER_VIRTUAL)[0],
        resource.getrlimit(resource.RLIMIT_AS),
    )


def _forever() -> None:
    while True:
        pass


def test_what_fits_is_left_alone_and_the_limits_are_gone_afterwards() -> None:
    before = _limits()
    with bounded(60, 512):
        found = sum(range(1000))
    assert (found, _limits()) == (499_500, before)


def test_what_takes_too_long_is_ended() -> None:
    before = _limits()
    with pytest.raises(TooCostlyError), bounded(0.05, 512):
        _forever()
    assert _limits() == before


def test_what_swallows_the_first_telling_is_told_again() -> None:
    def stubborn() -> None:
        try:
            _forever()
        except TooCostlyError:
            _forever()

    with pytest.raises(TooCostlyError), bounded(0.05, 512):
        stubborn()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere memory is not bounded")
def test_what_takes_too_much_memory_is_ended() -> None:
    before = _limits()
    with pytest.raises(TooCostlyError), bounded(60, 64):
        bytearray(1 << 30)
    assert _limits() == before


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(KeyError), bounded(60, 512):
        raise KeyError


def test_outside_of_the_main_thread_nothing_is_bounded() -> None:
    def work() -> int:
        with bounded(0.001, 1):
            return len(bytearray(1 << 24))

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == 1 << 24
