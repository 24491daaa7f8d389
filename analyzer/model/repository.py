"""What a user asks for, and what lies in the cache for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analyzer.model.uncounted import NotCounted


@dataclass(frozen=True, slots=True)
class RepositorySpec:
    """A repository as the configuration or the command line names it."""

    name: str
    """Short name, unique within a comparison; the column's head ("flask")."""
    location: str
    """URL, `owner/name`, or path; as the user wrote it, never shown before credentials are removed."""
    branch: str | None = None
    """Branch to read; None for the remote's default."""
    exclude: tuple[str, ...] = ()
    """Path patterns (gitignore syntax) that are left out of all line figures."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What facts stand in for a repository that is not there."""

    note: str
    """Since when they are as they are, whence they come, and why: a sentence without its dot."""
    parts: tuple[str, ...] = ()
    """Parts of the facts (stages/parts/) that are among them, as of the head."""


@dataclass(frozen=True, slots=True)
class Mirror:
    """A git directory that is whole and can be read: a bare mirror in the cache, or a local repository in place."""

    name: str
    """The spec's name."""
    location: str
    """Where it came from, credentials removed: fit to be shown and stored."""
    path: Path
    """The git directory."""
    branch: str
    """The branch that is read, without `refs/heads/`."""
    head: str
    """Full hash of the branch's newest commit."""
    local: bool = False
    """True for a repository read in place."""
    carried: Carried | None = None
    """Set where there is no git directory at `path`: all that is known is facts that were carried here."""
    troubles: tuple[NotCounted, ...] = ()
    """Things that make figures a floor or doubtful: shallow, partial clone, origin mismatch, could not be updated."""
