"""For a reader in a hurry: what is missing from the figures."""

from __future__ import annotations

from collections import Counter

from analyzer.compare.contrasts import capital
from analyzer.model import wording
from analyzer.model.comparison import Comparison
from analyzer.model.uncounted import Reason

_NAMED = 3
"""So many reasons are told one by one."""


def left_out(comparison: Comparison) -> str | None:
    """Return how many things are not in (all of) the figures, by reason; None without repositories."""
    if not comparison.columns:
        return None
    told = [*_floors(comparison), *_stale(comparison), *_troubles(comparison)]
    return " ".join(told) or "Nothing was left out: every commit and every file was read."


def _floors(comparison: Comparison) -> list[str]:
    names = [column.name for column in comparison.columns if column.floor]
    if not names:
        return []
    return [f"The history of {wording.listed(names)} is incomplete, so that counts are at least what is shown."]


def _stale(comparison: Comparison) -> list[str]:
    names = [column.name for column in comparison.columns if column.name in _not_updated(comparison)]
    return [f"An earlier state of {wording.listed(names)} is shown: there was no updating."] if names else []


def _not_updated(comparison: Comparison) -> set[str]:
    return {trouble.repository for trouble in comparison.troubles if trouble.reason is Reason.NOT_UPDATED}


def _troubles(comparison: Comparison) -> list[str]:
    shown = _not_updated(comparison) & {column.name for column in comparison.columns}
    lost = [one for one in comparison.troubles if one.reason is not Reason.NOT_UPDATED or one.repository not in shown]
    counts = Counter(str(trouble.reason) for trouble in lost)
    if not counts:
        return []
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) == 1:
        return [f"{_things(counts.total())} left out of some figures: {ranked[0][0]}."]
    reasons = [f"{wording.count(number)} {reason}" for reason, number in ranked[:_NAMED]]
    rest = sum(number for _, number in ranked[_NAMED:])
    reasons += [f"{wording.count(rest)} for other reasons"] if rest else []
    return [f"{_things(counts.total())} left out of some figures: {wording.listed(reasons)}."]


def _things(number: int) -> str:
    things = "file, commit or repository is" if number == 1 else "files, commits or repositories are"
    return f"{capital(wording.number(number))} {things}"
