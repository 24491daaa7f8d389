"""One refresh of a watch, in a process of its own: its memory goes with it, and it can be ended for certain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analyzer.interrupts import held_back
from analyzer.schedule.health import BROKEN_OFF
from analyzer.schedule.loop import BEAT

_LOOK = 0.2
"""Seconds between two looks at whether it has ended, or is to end."""
_ASK_AGAIN = 5
_PATIENCE = 30
"""Seconds from the first request to end until it is killed: service managers wait 90 s for all of it."""


@dataclass(frozen=True, slots=True)
class OneRefresh:
    """A command of this program."""

    words: Sequence[str]
    stopped: Callable[[float], bool]
    """Waits so many seconds at the most, and returns whether the watch has been told to stop."""
    patience: float = _PATIENCE

    def run(self, alive: Callable[[], None]) -> int:
        """Run it to its end and call `alive` every minute; return its exit code, BROKEN_OFF if told to stop before.

        Who was ended by a signal has the exit code that a shell would tell: 128 and the signal's number.
        """
        # -P: a folder of our name where the user happens to be is not us.
        # A session of its own, so that a terminal's Ctrl-C comes to the watch alone, and all of it can be killed.
        words = [sys.executable, "-P", "-m", "analyzer", *self.words]
        with held_back():
            # Python that is interrupted before it can answer prints where it was.
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            if self._broken_off(process, alive):
                # It may just have come to its end; whoever is killed has not.
                return process.returncode if process.returncode >= 0 else BROKEN_OFF
        except BaseException:
            # Whoever watched it is gone: it must not go on by itself.
            self._end(process)
            raise
        return process.returncode if process.returncode >= 0 else 128 - process.returncode

    def _broken_off(self, process: subprocess.Popen[bytes], alive: Callable[[], None]) -> bool:
        """Wait until it has ended; return True if it was told to."""
        beat = time.monotonic()
        while process.poll() is None:
            if self.stopped(_LOOK):
                self._end(process)
                return True
            if time.monotonic() - beat > BEAT:
                beat = time.monotonic()
                alive()
        return False

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """Ask it to end as Ctrl-C does, again if it takes its time, and kill it if it does not."""
        end = time.monotonic() + self.patience
        while process.poll() is None and time.monotonic() < end:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(min(_ASK_AGAIN, self.patience))
                return
            except subprocess.TimeoutExpired:
                continue
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
