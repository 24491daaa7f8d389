"""How stages tell what they do: they speak to a protocol and never print."""

from __future__ import annotations

from typing import Protocol


class Task(Protocol):
    """One bar: so many units of work, some of them done."""

    def advance(self, count: int = 1) -> None:
        """Say that `count` more units are done."""

    def total(self, count: int) -> None:
        """Say how many units there are in all, once that is known."""

    def finish(self) -> None:
        """Say that the work is over."""


class Progress(Protocol):
    """A listener of all stages."""

    def task(self, label: str, total: int | None = None) -> Task:
        """Begin a piece of work, `label` in plain words ("Cloning django"); `total` None if not known yet."""

    def note(self, message: str) -> None:
        """Tell the user a fact worth knowing that is no failure."""


class Remembering:
    """A listener that hands everything on, and keeps the notes."""

    def __init__(self, listener: Progress) -> None:
        self._listener = listener
        self.notes: list[str] = []

    def task(self, label: str, total: int | None = None) -> Task:
        """Hand the task on."""
        return self._listener.task(label, total)

    def note(self, message: str) -> None:
        """Keep the note, and hand it on."""
        self.notes.append(message)
        self._listener.note(message)


class SilentTask:
    """A bar that nobody sees."""

    def advance(self, count: int = 1) -> None:
        """Ignore."""

    def total(self, count: int) -> None:
        """Ignore."""

    def finish(self) -> None:
        """Ignore."""


class Silent:
    """The default: nobody listens."""

    def task(self, label: str, total: int | None = None) -> Task:
        """Return a bar that nobody sees."""
        return SilentTask()

    def note(self, message: str) -> None:
        """Ignore."""
