"""What `diptych watch` does: the clock, the signals, and each refresh in a process of its own."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from analyzer.cli.choice import USUAL, configuration
from analyzer.cli.globals import Globals
from analyzer.cli.log import Events
from analyzer.cli.one_refresh import OneRefresh
from analyzer.cli.scheduling import planned
from analyzer.schedule.health import Health
from analyzer.schedule.loop import Watch
from analyzer.stages import reports


def watch_on(options: Globals, config: Path | None, health: Path | None, rounds: int | None) -> int:
    """Watch until told to stop; return 0. Raises ConfigError without a schedule."""
    place = config or options.root / USUAL
    plan = planned(configuration(options.root, config), place)
    clock = SystemClock()

    def last() -> int | None:
        found = reports.history(options.workspace, 1)
        return found[0].started if found else None

    with clock.stopped_by_signals():
        Watch(
            plan=plan,
            clock=clock,
            log=Events(quiet=options.quiet),
            health=Health(health or options.workspace.cache / "health.json", os.getpid()),
            refresh=lambda alive: OneRefresh(_words(options, place), clock.wait).run(alive),
            last=last,
        ).run(rounds=rounds)
    return 0


def _words(options: Globals, config: Path) -> list[str]:
    """Return the words of one refresh with its report, with the global options of this command."""
    words = ["--workspace", str(options.root), "--no-progress", "--log-format", options.log_format]
    words += ["--jobs", str(options.jobs)] if options.jobs else []
    words += ["--quiet"] if options.quiet else []
    words += ["--verbose"] if options.verbose else []
    return [*words, "run", str(config.absolute())]


class SystemClock:
    """The machine's clock, and whether a signal has said that all waiting is over."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def now(self) -> int:
        """Return the time, in seconds since 1970."""
        return int(time.time())

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until a signal comes; return whether one has."""
        return self._stop.wait(seconds) if seconds > 0 else self._stop.is_set()

    @contextmanager
    def stopped_by_signals(self) -> Iterator[None]:
        """Stop on SIGTERM and SIGINT as long as the body runs."""
        before = {number: signal.signal(number, self._heard) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()
