"""Methods and their risk, by PyDriller: the only file that imports it.

PyDriller is given contents and differences, and never a repository. Left to itself it writes into the repository's
configuration, asks GitPython for the submodules at every changed file, lets the user's git configuration decide how
files are compared, and measures every file three times for the three kinds of risk, each content anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import redirect_stderr
from functools import lru_cache
from io import BytesIO, StringIO
from itertools import groupby
from typing import NamedTuple, cast

from analyzer.model.change_quality import Profile
from analyzer.search_path import search_path_kept

with search_path_kept():
    # First, while the path is as it was: PyDriller imports Lizard, then GitPython's `git`.
    import git
    from pydriller.domain.commit import DMMProperty, Method, ModifiedFile

Methods = tuple[Method, ...]


class NotParsedError(Exception):
    """Lizard gave up in the middle of a file."""


class _Blob(NamedTuple):
    content: bytes

    @property
    def data_stream(self) -> BytesIO:
        return BytesIO(self.content)


class _Difference(NamedTuple):
    """As much of GitPython's `Diff` as PyDriller looks at here."""

    b_path: str
    b_blob: _Blob | None = None
    diff: bytes = b""
    a_path: str | None = None
    a_blob: _Blob | None = None


class _Compared(ModifiedFile):
    """A file whose methods are known, before and after."""

    def __init__(self, name: str, before: Methods, after: Methods, difference: bytes) -> None:
        super().__init__(_as_diff(_Difference(name, diff=difference)))
        self._before, self._after = before, after

    @property
    def methods(self) -> list[Method]:
        return list(self._after)

    @property
    def methods_before(self) -> list[Method]:
        return list(self._before)


def _as_diff(difference: _Difference) -> git.Diff:
    return cast("git.Diff", difference)


@lru_cache(maxsize=10_000)
def supported(name: str) -> bool:
    """Return whether there are methods in a file of this name (without folders)."""
    return bool(ModifiedFile(_as_diff(_Difference(name))).language_supported)


def methods(name: str, content: bytes) -> Methods:
    """Return the methods of a file; raises NotParsedError."""
    with redirect_stderr(StringIO()) as said:
        found = tuple(ModifiedFile(_as_diff(_Difference(name, _Blob(content)))).methods)
    # It tells the user's terminal, and returns what it had until then: how much, depends on the stack.
    if said.getvalue():
        raise NotParsedError
    return found


def profile(name: str, before: Methods, after: Methods, difference: bytes) -> Profile:
    """Return what a change did; `difference` is the hunks that git prints, from the first `@@`."""
    file = _Compared(name, before, after, difference)
    kinds = (DMMProperty.UNIT_SIZE, DMMProperty.UNIT_COMPLEXITY, DMMProperty.UNIT_INTERFACING)
    pairs = [(_lines(after, kind, low) - _lines(before, kind, low)) for kind in kinds for low in (True, False)]
    complexity = sum(method.complexity for method in after) - sum(method.complexity for method in before)
    return Profile(_hunks(file.diff), len(file.changed_methods), complexity, *pairs)


def _lines(some: Sequence[Method], kind: DMMProperty, low: bool) -> int:
    return sum(method.nloc for method in some if method.is_low_risk(kind) is low)


def _hunks(difference: str) -> int:
    # By PyDriller's HunksCount, down to what ends a line; git's own hunks may hold several of these.
    changed = groupby(line.startswith(("+", "-")) for line in difference.splitlines())
    return sum(is_change for is_change, _ in changed)
