"""Every error that Diptych raises on purpose.

AnalyzerError                   exit 1   something expected went wrong: one line and a hint
├── ConfigError                 exit 2   what the user wrote cannot be used
│   ├── BadSpec                          a repository specification that is neither URL, owner/name nor path
│   ├── UnknownName                      a metric, definition or repository that does not exist (names near ones)
│   └── BadMoment                        an --as-of that is no date, tag or commit
├── AcquireError                         a repository could not be brought
│   ├── HostNotFound
│   ├── AuthenticationNeeded
│   ├── RepositoryGone
│   ├── NotARepository
│   ├── EmptyRepository
│   └── DiskFull
├── MineError                            a mirror could not be read
├── StoreError                           the facts could not be read or written
│   ├── StoreBusy
│   ├── RefreshHeld
│   ├── StoreDamaged
│   ├── StoreForeign
│   └── StoreTooNew
├── CarryError                           facts could not be carried from one cache to another
│   ├── FactsDamaged
│   ├── FactsOfAnotherVersion
│   └── WrongRepository
├── MeasureError                         a metric lacks the facts that it needs
├── RenderError                          the report could not be made
│   └── ReportNotWritten
└── ShelfError                  exit 3   a file on a shelf breaks its contract: our fault, not the user's
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import ClassVar


class AnalyzerError(Exception):
    """Base of all: a message for the user's eyes, a hint that says what to do, and an exit code."""

    slug: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross from the worker processes to the parent; the default forgets keyword arguments.
        return (_rebuild, (type(self), self.message, self.hint))


def _rebuild(kind: type[AnalyzerError], message: str, hint: str | None) -> AnalyzerError:
    error = kind.__new__(kind)
    AnalyzerError.__init__(error, message, hint=hint)
    return error


class ConfigError(AnalyzerError):
    """What the user wrote, on the command line or in the configuration, cannot be used."""

    slug = "bad-configuration"
    exit_code = 2


class BadSpec(ConfigError):
    """A repository specification that is neither a URL, `owner/name` nor a path."""

    slug = "bad-spec"


class UnknownName(ConfigError):
    """A name that is on no shelf; the hint gives the near ones."""

    slug = "unknown-name"

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names) or 'none'}"
        super().__init__(f"there is no {kind} called {name!r}", hint=hint)


class BadMoment(ConfigError):
    """An `--as-of` that is no date, tag or commit of the repository, or lies before its first commit."""

    slug = "bad-moment"


class AcquireError(AnalyzerError):
    """A repository could not be brought to the cache."""

    slug = "not-acquired"


class HostNotFound(AcquireError):
    """The host's name does not resolve, or the host does not answer."""

    slug = "host-not-found"


class AuthenticationNeeded(AcquireError):
    """The remote asks for credentials that were not given or were refused."""

    slug = "authentication-needed"


class RepositoryGone(AcquireError):
    """The host answers, but has no such repository (or hides it)."""

    slug = "repository-gone"


class NotARepository(AcquireError):
    """A path or an answer that is not a git repository."""

    slug = "not-a-repository"


class EmptyRepository(AcquireError):
    """A repository without a commit on its default branch."""

    slug = "empty-repository"


class DiskFull(AcquireError):
    """No room left for the mirror."""

    slug = "disk-full"


class MineError(AnalyzerError):
    """A mirror could not be read: a missing or broken object, or git failed."""

    slug = "not-mined"


class StoreError(AnalyzerError):
    """The facts could not be read or written."""

    slug = "store"


class StoreBusy(StoreError):
    """Another process holds the facts for longer than we wait."""

    slug = "store-busy"


class RefreshHeld(StoreError):
    """Another process is refreshing the same workspace."""

    slug = "refresh-held"


class StoreDamaged(StoreError):
    """The database is not one, or is damaged."""

    slug = "store-damaged"
    file: tuple[int, int] | None = None
    """Device and number of the file that was found damaged; None where the system does not say."""


class StoreForeign(StoreError):
    """The database is another program's."""

    slug = "store-foreign"


class StoreTooNew(StoreError):
    """The database was written by a newer Diptych."""

    slug = "store-too-new"


class CarryError(AnalyzerError):
    """Facts could not be written to a file, or are not enough for what was asked of them."""

    slug = "facts-not-carried"


class FactsDamaged(CarryError):
    """A file of facts is none, is damaged, or says what cannot be."""

    slug = "facts-damaged"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint or "copy the file again, or have it exported again")


class FactsOfAnotherVersion(CarryError):
    """A file of facts was written, or its facts were counted, by rules that are not those of this Diptych."""

    slug = "facts-of-another-version"


class WrongRepository(CarryError):
    """A file of facts is about another repository than the one it is wanted for."""

    slug = "facts-of-another-repository"


class MeasureError(AnalyzerError):
    """A metric lacks the facts that it needs."""

    slug = "not-measured"


class RenderError(AnalyzerError):
    """The report could not be made."""

    slug = "not-rendered"


class ReportNotWritten(RenderError):
    """The place for the report cannot be written."""

    slug = "report-not-written"


class ShelfError(AnalyzerError):
    """A file on a shelf breaks its contract; this is a defect of Diptych."""

    slug = "broken-shelf"
    exit_code = 3
