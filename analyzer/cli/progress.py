"""Progress on stderr: bars on a terminal, lines elsewhere, nothing when asked for quiet."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from analyzer.cli import log
from analyzer.cli.text import clean
from analyzer.progress import Progress, Silent, SilentTask, Task

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


@contextmanager
def listener(*, quiet: bool, verbose: bool, bars: bool, as_json: bool = False) -> Iterator[Progress]:
    """Yield who listens to the stages; bars are taken away at the end."""
    if quiet:
        yield Silent()
    elif as_json:
        yield Logged(steps=verbose)
    elif verbose:
        yield Steps()
    elif bars:
        with _rich() as drawing:
            yield Bars(drawing)
    else:
        yield Notes()


class Notes:
    """Notes as lines; steps are not told."""

    def task(self, label: str, total: int | None = None) -> Task:
        """Return a bar that nobody sees."""
        return SilentTask()

    def note(self, message: str) -> None:
        """Print a line."""
        click.echo(clean(message), err=True)


class Steps(Notes):
    """Each step as a line when it is over, with what it did and its seconds."""

    def task(self, label: str, total: int | None = None) -> Task:
        """Begin to time a step."""
        return Step(label)


class Step:
    """One step and its seconds."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._begun = time.monotonic()
        self._done = 0

    def advance(self, count: int = 1) -> None:
        """Count what was done."""
        self._done += count

    def total(self, count: int) -> None:
        """Ignore: only what was done is told."""

    def finish(self) -> None:
        """Print the line."""
        self._tell(self._label, self._done, time.monotonic() - self._begun)

    def _tell(self, label: str, done: int, seconds: float) -> None:
        click.echo(f"{clean(label)}: {done:,} in {seconds:.1f} s", err=True)


class LoggedStep(Step):
    """One step as a line of JSON when it is over."""

    def _tell(self, label: str, done: int, seconds: float) -> None:
        log.event("step", label, done=done, seconds=round(seconds, 1))


class Logged:
    """Notes, and steps if wanted, as lines of JSON."""

    def __init__(self, *, steps: bool) -> None:
        self._steps = steps

    def task(self, label: str, total: int | None = None) -> Task:
        """Begin to time a step, if steps are wanted."""
        return LoggedStep(label) if self._steps else SilentTask()

    def note(self, message: str) -> None:
        """Write a line."""
        log.event("note", message)


class Bars:
    """A bar for each step, drawn by Rich."""

    def __init__(self, drawing: RichProgress) -> None:
        self._drawing = drawing

    def task(self, label: str, total: int | None = None) -> Task:
        """Draw a bar; without a total it only moves."""
        from rich.markup import escape

        return Bar(self._drawing, self._drawing.add_task(escape(clean(label)), total=total))

    def note(self, message: str) -> None:
        """Print a line above the bars."""
        self._drawing.console.print(clean(message), markup=False, highlight=False, soft_wrap=True)


class Bar:
    """One bar on the terminal."""

    def __init__(self, drawing: RichProgress, task: TaskID) -> None:
        self._drawing = drawing
        self._task = task

    def advance(self, count: int = 1) -> None:
        """Move on."""
        self._drawing.advance(self._task, count)

    def total(self, count: int) -> None:
        """Set the length."""
        self._drawing.update(self._task, total=count)

    def finish(self) -> None:
        """Take the bar away: what is over needs no line."""
        self._drawing.remove_task(self._task)


def _rich() -> RichProgress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
