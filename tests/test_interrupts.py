"""Interrupts wait where they must, and are never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from analyzer.interrupts import held_back

ROOT = str(Path(__file__).parent.parent)


def test_an_interrupt_waits_until_the_body_has_ended() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), held_back():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        done.append(1)
    assert done == [1]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_an_interrupt_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT), signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with held_back():
        pass
    assert (signal.getsignal(signal.SIGINT), signal.pthread_sigmask(signal.SIG_BLOCK, ())) == before


def test_another_thread_can_hold_back_for_what_it_starts() -> None:
    seen = []

    def look() -> None:
        with held_back():
            seen.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [True]


def ended(script: str) -> tuple[int, str]:
    """Run a script until it has printed a line, interrupt it once, and return its exit code and stderr."""
    environment = {**os.environ, "PYTHONPATH": ROOT}
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script], env=environment, text=True, **streams) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        return process.returncode, err


LOST = """
import time, weakref
{prepare}

class Held: pass

def called_back(_):
    print("collecting", flush=True)
    time.sleep(1)
    print("never comes here")

one = Held()
reference = weakref.ref(one, called_back)
try:
    del one
    time.sleep(2)
    raise SystemExit(7)
except KeyboardInterrupt:
    raise SystemExit(130)
"""


def test_an_interrupt_that_the_collector_throws_away_comes_again() -> None:
    code, err = ended(LOST.format(prepare="from analyzer.interrupts import never_lose; never_lose()"))
    assert (code, err) == (130, "")


def test_python_alone_would_have_thrown_it_away() -> None:
    code, err = ended(LOST.format(prepare=""))
    assert code == 7
    assert "Exception ignored" in err


def test_what_else_is_thrown_away_is_printed_as_ever() -> None:
    prepare = "from analyzer.interrupts import never_lose; never_lose()"
    script = f"{prepare}\nclass A:\n    def __del__(self): raise ValueError('as ever')\nA(); print(); input()"
    assert "as ever" in ended(script)[1]


HEEDING = """
import signal
from analyzer.interrupts import begin_to_heed
print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
begin_to_heed()
print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
"""


def test_a_process_that_was_started_held_back_begins_to_heed() -> None:
    with held_back():
        ran = subprocess.run(
            [sys.executable, "-c", HEEDING], env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True, check=True
        )
    assert ran.stdout.split() == [b"True", b"False"]
