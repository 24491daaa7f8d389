"""An alarm by processor time."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from analyzer.count.time_limit import TookTooLong, processor_seconds

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")


def endless() -> None:
    while True:
        sum(range(1_000))


def test_what_never_ends_is_ended():
    with pytest.raises(TookTooLong), processor_seconds(0.05):
        endless()


def test_afterwards_there_is_no_alarm_and_the_handler_is_the_one_before():
    before = signal.getsignal(signal.SIGVTALRM)
    with processor_seconds(5):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_a_thread_that_cannot_take_alarms_runs_without():
    def inside() -> float:
        with processor_seconds(0.001):
            return signal.getitimer(signal.ITIMER_VIRTUAL)[0]

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(inside).result() == 0.0
