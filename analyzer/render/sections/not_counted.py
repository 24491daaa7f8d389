"""What is missing from the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison
from analyzer.model.uncounted import NotCounted

_EXAMPLES = 3
_LISTED = 100


@section(title="What was not counted", order=80)
def not_counted(comparison: Comparison) -> Iterator[Block]:
    """Files, commits and repositories that could not be read, or not be trusted."""
    floors = [column.name for column in comparison.columns if column.floor]
    if floors:
        yield Prose(f"History is incomplete for {wording.listed(floors)}: its counts are a lower bound.")
    files = _files(comparison)
    if not comparison.troubles and not files.rows:
        yield Prose("Nothing: every commit and every file of the histories was read.")
        return
    if files.rows:
        yield files
    if not comparison.troubles:
        return
    yield _summary(comparison.troubles)
    yield _list(comparison.troubles)


def _files(comparison: Comparison) -> Table:
    rows = tuple(
        (spot.repository, spot.name, wording.count(spot.value or 0), wording.count(spot.parts.get("tree", 0)))
        for column in comparison.columns
        for spot in comparison.places.get("uncounted-files", ())
        if spot.repository == column.name
    )
    return Table(
        "Files in the trees whose lines are not counted",
        ("Repository", "Why", "Files", "Of all files"),
        rows,
        numeric=(False, False, True, True),
    )


def _summary(troubles: Sequence[NotCounted]) -> Table:
    groups: dict[tuple[str, str], list[NotCounted]] = {}
    for trouble in troubles:
        groups.setdefault((trouble.repository, str(trouble.reason)), []).append(trouble)
    rows = tuple(
        (repository, reason, wording.count(len(found)), _examples(found))
        for (repository, reason), found in groups.items()
    )
    return Table(
        "How much was left out, and why",
        ("Repository", "Why", "How many", "For example"),
        rows,
        numeric=(False, False, True, False),
    )


def _examples(found: Sequence[NotCounted]) -> str:
    return "\n".join(f"`{trouble.subject}`" for trouble in found[:_EXAMPLES])


def _list(troubles: Sequence[NotCounted]) -> Table:
    rows = tuple(
        (item.repository, f"`{item.subject}`\n{item.detail}" if item.detail else f"`{item.subject}`", str(item.reason))
        for item in troubles[:_LISTED]
    )
    more = f": the first {_LISTED} of {wording.count(len(troubles))}" if len(troubles) > _LISTED else ""
    return Table(f"One by one{more}", ("Repository", "What", "Why"), rows)
