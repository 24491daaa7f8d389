"""How hard the code is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose
from analyzer.model.comparison import Cell, Comparison, Row
from analyzer.render.sections.hard_code import hard_code
from tests import gold
from tests.render import build
from tests.render.sections.conftest import as_json, small

RANKS = {f"rank_{letter}": 90 if letter == "a" else 2 for letter in "abcdef"}


def with_complexity(plain: Comparison, note: str = "") -> Comparison:
    names = [column.name for column in plain.columns]

    def row(slug: str, unit: str, cell: Cell) -> Row:
        cells = tuple(replace(cell, value=cell.value + place) for place in range(len(names)))
        return Row(slug, "Complexity", slug, unit, cells, slug)

    added = (
        row("complexity", "complexity", Cell(2.5, {"functions": 100, "total": 250, "most": 45, **RANKS}, note=note)),
        row(
            "maintainability", "points", Cell(66.5, {"least": 3.0, "files": 20, "rank_a": 17, "rank_b": 2, "rank_c": 1})
        ),
        row("halstead", "bits", Cell(12_345.6, {"bugs": 4.12, "files": 20})),
    )
    return replace(plain, rows=(*plain.rows, *added))


def tables(comparison: Comparison):
    return [block for block in hard_code.blocks(comparison) if not isinstance(block, Prose)]


def test_it_is_as_it_was(request: pytest.FixtureRequest):
    text = as_json(hard_code.blocks(with_complexity(small())))
    gold.compare(text, "sections/hard_code.json", update=request.config.getoption("--update-gold"))


def test_shares_of_ranks_have_bars_and_sum_to_all():
    overview = tables(with_complexity(small()))[0]
    bars = [row[1] for row in overview.bars[2:8]]
    assert bars == [0.9, 0.02, 0.02, 0.02, 0.02, 0.02]
    assert overview.rows[2] == ("Rank A: up to 5", "90.0 %\n90", "90.0 %\n90")
    assert sum(bars) == pytest.approx(1)


def test_how_it_was_measured_stands_below_the_mean():
    overview = tables(with_complexity(small(), note="By Lizard."))[0]
    assert overview.rows[1][1] == "2.50\nthe highest is 45\nBy Lizard."


@pytest.mark.parametrize("repositories", [1, 2, 12])
def test_each_repository_has_a_column_and_groups(repositories):
    names = [f"r{number}" for number in range(repositories)]
    overview, *others = tables(with_complexity(build.comparison(names, months=2, commits=2)))
    assert overview.head[1:] == tuple(names)
    for table in others:
        assert [name for name, _ in table.groups] == names
        assert sum(size for _, size in table.groups) == len(table.rows)


def test_a_repository_without_python_has_dashes():
    made = with_complexity(small())
    rows = tuple(
        replace(row, cells=(Cell(None, {"functions": 0}), row.cells[1])) if row.group == "Complexity" else row
        for row in made.rows
    )
    overview = tables(replace(made, rows=rows))[0]
    assert {row[1] for row in overview.rows} == {"–"}
    assert overview.bars[2][1] is None


def test_where_nothing_is_known_there_is_no_section():
    assert hard_code.blocks(build.empty()) == ()
    assert hard_code.blocks(replace(small(), places={})) == ()
