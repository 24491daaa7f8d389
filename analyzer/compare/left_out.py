"""For a reader in a hurry: what is missing from the figures."""

from __future__ import annotations

from collections import Counter

from analyzer.compare.contrasts import capital
from analyzer.model import wording
from analyzer.model.comparison import Comparison
from analyzer.model.uncounted import Reason

_NAMED = 3
"""So many reasons are told one by one."""
_FEW = 4
"""Of so many repositories the files are told one by one, and of so many reasons how many they concern."""
_OF_FILES = frozenset(
    {
        Reason.BINARY,
        Reason.TOO_LARGE,
        Reason.TOO_COSTLY,
        Reason.UNDECODABLE,
        Reason.UNKNOWN_LANGUAGE,
        Reason.NOT_PARSED,
        Reason.EXCLUDED,
    }
)


def left_out(comparison: Comparison) -> str | None:
    """Return how many things are not in (all of) the figures, by reason; None without repositories."""
    if not comparison.columns:
        return None
    told = [*_floors(comparison), *_stale(comparison), *_files(comparison), *_troubles(comparison)]
    return " ".join(told) or "Nothing was left out: every commit and every file was read."


def _files(comparison: Comparison) -> list[str]:
    """Return a sentence of the files in the trees whose lines no figure has, such as text, data and pictures."""
    lost: list[tuple[str, int, int]] = []
    for column in comparison.columns:
        files, tree = _uncounted(comparison, column.name)
        lost += [(column.name, files, tree)] if files else []
    if not lost:
        return []
    kinds = Counter[str]()
    for spot in comparison.places.get("uncounted-files", ()):
        kinds[spot.name] += int(spot.value or 0)
    why = wording.listed(
        [f"{wording.count(number)} {kind.partition(',')[0]}" for kind, number in kinds.most_common(_FEW)]
    )
    if len(lost) > _FEW:
        files, tree = sum(one[1] for one in lost), sum(one[2] for one in lost)
        told = f"{wording.count(files)} of the {wording.count(tree)} files of {wording.number(len(lost))} repositories"
    else:
        ranked = sorted(lost, key=lambda one: -one[1])
        (name, files, tree), *others = ranked
        first = f"{wording.count(files)} of {name}’s {wording.plural(tree, 'file')}"
        rest = [f"{wording.count(files)} of {name}’s {wording.count(tree)}" for name, files, tree in others]
        told = wording.listed([first, *rest])
    return [f"Not in the lines are {told} ({why})."]


def _uncounted(comparison: Comparison, name: str) -> tuple[int, int]:
    """Return how many files of a repository's tree are not counted, and how many there are."""
    spots = [spot for spot in comparison.places.get("uncounted-files", ()) if spot.repository == name]
    lost = int(sum(spot.value or 0 for spot in spots))
    return lost, int(spots[0].parts.get("tree", 0)) if spots else 0


def _floors(comparison: Comparison) -> list[str]:
    names = [column.name for column in comparison.columns if column.floor]
    if not names:
        return []
    return [f"Of the history of {wording.listed(names)} only a part is there: figures marked “at least” can only rise."]


def _stale(comparison: Comparison) -> list[str]:
    names = [name for name in comparison.repositories if name in _not_updated(comparison)]
    return [f"{wording.listed(names)} could not be updated: an earlier state is shown."] if names else []


def _not_updated(comparison: Comparison) -> set[str]:
    return {trouble.repository for trouble in comparison.troubles if trouble.reason is Reason.NOT_UPDATED}


def _troubles(comparison: Comparison) -> list[str]:
    shown = _not_updated(comparison) & set(comparison.repositories)
    told = (Reason.SHALLOW, Reason.PARTIAL)  # by `_floors`
    lost = [
        one
        for one in comparison.troubles
        if one.reason not in told and (one.reason is not Reason.NOT_UPDATED or one.repository not in shown)
    ]
    counts = Counter(str(trouble.reason) for trouble in lost)
    if not counts:
        return []
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    what = _things(counts.total(), only_files=all(trouble.reason in _OF_FILES for trouble in lost))
    if len(ranked) == 1:
        return [f"{what} left out of some figures: {ranked[0][0]}."]
    reasons = [f"{wording.count(number)} {reason}" for reason, number in ranked[:_NAMED]]
    rest = sum(number for _, number in ranked[_NAMED:])
    reasons += [f"{wording.count(rest)} for other reasons"] if rest else []
    return [f"{what} left out of some figures: {wording.listed(reasons)}."]


def _things(number: int, *, only_files: bool) -> str:
    if only_files:
        things = "file is" if number == 1 else "files are"
    else:
        things = "file, commit or repository is" if number == 1 else "files, commits or repositories are"
    return f"{capital(wording.number(number))} {things}"
