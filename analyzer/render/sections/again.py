"""How to get the same numbers with git alone, or from Diptych again."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Column, Comparison


@section(title="How to get these numbers again", order=100)
def again(comparison: Comparison) -> Iterator[Block]:
    """The commits that figures were taken at, and the commands that give them."""
    if not comparison.columns:
        return
    yield Prose("Figures belong to commits, not to days: whoever has the same commits gets the same numbers.")
    heads = tuple(row for column in comparison.columns for row in _receipts(column))
    yield Table("The commits of this comparison", ("Repository", "Read from", "Branch", "Commit"), heads)
    if any(row.plain for row in comparison.rows):
        yield Prose(
            "With git alone: set `C` to the commit in a clone and run the command that stands with a definition. "
            "`diptych explain METRIC --repository NAME` prints those that are too long for this page; "
            "`diptych audit` runs them all."
        )
    metrics = list(dict.fromkeys(row.metric for row in comparison.rows))
    if metrics:
        yield Prose(
            "Every figure, as JSON for programs: `diptych show METRIC --as-of COMMIT --json`, with one of "
            + ", ".join(f"`{name}`" for name in metrics)
            + "."
        )


def _receipts(column: Column) -> Iterator[tuple[str, str, str, str]]:
    """Yield where a column was read from: of a project, each of its repositories."""
    for one in column.members or (column,):
        name = one.name if one is column else f"{column.name}: {one.name}"
        yield name, one.location, one.branch, f"`{one.sha}`"
