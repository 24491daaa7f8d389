"""How rows of the comparison are headed where they stand without their explanation."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model.comparison import Row

_SELF_EVIDENT = frozenset({"percent", "change", "dollars", "date", "label", "people", "commits", "files", "lines"})


def by_group(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows group by group, in the order in which groups and rows first come."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return list(groups.items())


def row_title(row: Row, *, grouped: bool = True) -> str:
    """Return the title with what a reader needs beside it: the unit unless it is plain, the definition of comment.

    Where it stands under its group, what that says already is left out: "Commits (past 12 months)" under "12 months".
    """
    title, bracket, window = row.title.partition(" (")
    name = title if grouped and bracket and row.group.lower() in window.lower() else row.title
    evident = row.unit in _SELF_EVIDENT or row.unit.lower() in row.title.lower() or row.unit == "complexity"
    more = [] if evident else [row.unit]
    if row.definition and row.unit == "percent":
        more.append(f"by {row.definition}")
    return f"{name}, {', '.join(more)}" if more else name
