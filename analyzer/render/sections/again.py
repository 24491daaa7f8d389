"""How to get the same numbers with git alone, or from Diptych again."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Column, Comparison, Row
from analyzer.render.figures import cell_text

# Slug of a row -> what gives its figure in a clone of the repository.
_PLAIN_GIT = {
    "commits": "git rev-list --count {sha}",
    "contributors": "git log --format=%an {sha} | LC_ALL=C sort -u | wc -l",
    "contributors-raw": "git log --format='%an <%ae>' {sha} | LC_ALL=C sort -u | wc -l",
    "first-commit": "TZ=UTC git log --date=short-local --format=%ad {sha} | sort | head -1",
    "latest-commit": "TZ=UTC git log --date=short-local --format=%ad {sha} | sort | tail -1",
}


@section(title="How to get these numbers again", order=100)
def again(comparison: Comparison) -> Iterator[Block]:
    """The commits that figures were taken at, and the commands that give them."""
    if not comparison.columns:
        return
    yield Prose("Figures belong to commits, not to days: whoever has the same commits gets the same numbers.")
    heads = tuple(row for column in comparison.columns for row in _receipts(column))
    yield Table("The commits of this comparison", ("Repository", "Read from", "Branch", "Commit"), heads)
    plain = tuple(line for row in comparison.rows for line in _plain(row, comparison))
    if plain:
        yield Table(
            "With git alone, in a clone",
            ("Figure", "Repository", "Command", "Here"),
            plain,
            numeric=(False, False, False, True),
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


def _plain(row: Row, comparison: Comparison) -> Iterator[tuple[str, str, str, str]]:
    command = _PLAIN_GIT.get(row.slug)
    if command is None:
        return
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        # No clone has the commits of several repositories.
        if not column.members:
            yield row.title, column.name, f"`{command.format(sha=column.sha[:12])}`", cell_text(row, cell)
