"""What PyDriller says of one commit: its methods, and how much of what changed is in methods of low risk."""

from __future__ import annotations

from typing import NamedTuple


class Profile(NamedTuple):
    """What a commit did to one file that has methods, in numbers that sum over files and commits.

    The delta maintainability model (di Biase et al., "The Delta Maintainability Model", TechDebt 2019, as PyDriller
    has it) divides methods into those of low and those of high risk, by size (up to 15 lines are low), cyclomatic
    complexity (up to 5) and interface (up to 2 parameters). The six sums are how many lines the file's methods of low
    and of high risk grew by; negative where they shrank.
    """

    hunks: int = 0
    """Unbroken runs of added and deleted lines."""
    methods: int = 0
    """Methods in which a line was added or deleted, added and deleted methods among them."""
    complexity: int = 0
    """Cyclomatic complexity of all methods afterwards, less that before."""
    size_low: int = 0
    size_high: int = 0
    complexity_low: int = 0
    complexity_high: int = 0
    interfacing_low: int = 0
    interfacing_high: int = 0


class FileQuality(NamedTuple):
    """One file of one commit, in a language that PyDriller reads."""

    path: str
    """The path afterwards; before, if the file was deleted."""
    problem: str
    """A `Reason`, or empty; with a problem, the profile says nothing."""
    profile: Profile


class CommitQuality(NamedTuple):
    """One commit that PyDriller has looked at."""

    commit: str
    """Full hash."""
    problem: str
    """A `Reason` why it could not be read as a whole, or empty."""
    files: tuple[FileQuality, ...]
    """Files in other languages are not among them."""
