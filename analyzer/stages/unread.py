"""Which files of a tree could not be read by the programs that look at contents: one entry each, whoever failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analyzer.model import wording
from analyzer.model.uncounted import NotCounted, Reason

if TYPE_CHECKING:
    from analyzer.model.frames import Facts

_PYTHON = "The Python that runs Diptych did not parse it; it is not in {}."
_LOOKED_AT: Mapping[str, tuple[tuple[str, ...], str]] = {
    "docstrings": (("docstring coverage",), _PYTHON),
    "radon": (("complexity", "maintainability"), _PYTHON),
    "syntax": (("typing coverage",), _PYTHON),
    "lizard": (("complexity",), "Lizard did not read it; it is not in {}."),
}
"""Table -> what is without its files, and the sentence that says so."""
_UNCOUNTED: Mapping[str, str] = {
    Reason.TOO_LARGE.value: "It is over 8 MiB, so it is in no figure of lines.",
    Reason.BROKEN_OBJECT.value: "Git could not give its content, so it is in no figure of lines.",
    Reason.UNDECODABLE.value: "Parts of it are no text in its encoding; its lines are counted without them.",
}
"""Problem of a file of the tree -> the sentence that says what that means; binaries are nothing to be told."""
_IN_NO_FIGURE = frozenset({Reason.TOO_LARGE.value, Reason.BROKEN_OBJECT.value})
TABLES = frozenset({"files", *_LOOKED_AT})
"""The tables that are looked at."""


def unread(known: Facts) -> list[NotCounted]:
    """Return the files with a problem in one of the tables that are there, by path and reason.

    Those that are in no figure at all are for `uncounted_files`.
    """
    lost: dict[tuple[str, str], list[str]] = {}
    told = _in_no_figure(known)
    for name in _LOOKED_AT:
        if name in known.tables:
            table = known[name]
            bad = table[(table["problem"] != "") & ~table["path"].isin(told)]
            for found in zip(bad["path"], bad["problem"], strict=True):
                lost.setdefault(found, []).append(name)
    return [
        NotCounted(known.repository, Reason(problem), path, _detail(tables))
        for (path, problem), tables in sorted(lost.items())
    ]


def _in_no_figure(known: Facts) -> list[str]:
    if "files" not in known.tables:
        return []
    table = known["files"]
    return list(table["path"][table["problem"].isin(list(_IN_NO_FIGURE))])


def uncounted_files(known: Facts) -> list[NotCounted]:
    """Return the files of the tree that were not, or not wholly, counted although they may hold code, by path."""
    table = known["files"]
    bad = table[table["problem"].isin(list(_UNCOUNTED))]
    return [
        NotCounted(known.repository, Reason(problem), path, _UNCOUNTED[problem])
        for path, problem in zip(bad["path"], bad["problem"], strict=True)
    ]


def unread_mailmap(known: Facts) -> list[NotCounted]:
    """Return the mailmap that was not read, if that is so."""
    detail = "It is not applied: people count as if there were no mailmap."
    return [
        NotCounted(known.repository, Reason(problem), ".mailmap", detail)
        for problem in known["mailmap"]["problem"]
        if problem
    ]


def _detail(tables: list[str]) -> str:
    without = [figure for name in tables for figure in _LOOKED_AT[name][0]]
    return _LOOKED_AT[tables[0]][1].format(wording.listed(without))
