"""What holds for every command: where the work is done, how parallel, and who is told."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.cli.progress import listener
from analyzer.workspace import Workspace

if TYPE_CHECKING:
    from analyzer.config import Configuration
    from analyzer.session import Session


@dataclass(frozen=True, slots=True)
class Globals:
    """The options that stand before the command."""

    root: Path
    jobs: int | None = None
    quiet: bool = False
    verbose: bool = False
    no_progress: bool = False
    log_format: str = "text"
    """"text", or "json" for lines that machines read."""

    @property
    def workspace(self) -> Workspace:
        """Where mirrors, facts and reports are."""
        return Workspace(self.root)

    @contextmanager
    def session(self, wanted: Configuration) -> Iterator[Session]:
        """Begin a run as the configuration wishes, which reads the clock; end its progress bars."""
        from analyzer.session import Session

        bars = sys.stderr.isatty() and not self.no_progress
        as_json = self.log_format == "json"
        with listener(quiet=self.quiet, verbose=self.verbose, bars=bars, as_json=as_json) as progress:
            yield Session(
                workspace=self.workspace,
                jobs=self.jobs or wanted.jobs or cores(),
                progress=progress,
                now=int(time.time()),
                clock=lambda: int(time.time()),
                quality=wanted.quality,
                people=wanted.people,
                projects=wanted.projects,
            )


def cores() -> int:
    """Return how many cores this process may use."""
    # Not on every system; where it is, it knows of limits that the number of cores does not.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
