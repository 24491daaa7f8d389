"""How the code changed over the years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Chart, Table
from analyzer.model.comparison import Cell, Row, Series, Spot
from analyzer.render.sections.evolution import evolution
from tests.render import build
from tests.render.sections.conftest import small

STARTS = tuple(build.month_starts(130))


def only(places=(), rows=(), **series):
    named = {slug.replace("_", "-"): lines for slug, lines in series.items()}
    return replace(small(), series=named, places={"languages-moved": places}, rows=rows)


def blocks(comparison, kind):
    return [block for block in evolution.blocks(comparison) if isinstance(block, kind)]


def test_it_is_as_it_was(check_gold):
    check_gold(evolution)


@pytest.mark.parametrize("repositories", [1, 2, 5, 12])
def test_each_repository_has_a_column_and_a_group(repositories):
    names = [f"r{number}" for number in range(repositories)]
    then, languages = blocks(build.comparison(names, months=130, commits=2), Table)
    assert then.head[1:] == tuple(names)
    assert {len(row) for row in then.rows} == {repositories + 1}
    assert [name for name, _ in languages.groups] == names
    assert sum(size for _, size in languages.groups) == len(languages.rows)


def test_values_of_months_are_those_of_the_last_month_that_was_over():
    # The end is 18 June 2026: five years before, May 2021 was over and June was not.
    line = Series("flask", STARTS, tuple(range(130)))
    prose, table = evolution.blocks(only(files=(line,)))
    assert table.rows == (("Files", "129\n68 five years ago\n8 ten years ago", "–"),)
    assert prose.text.startswith("In ten years the files of flask went from 8 to 129. Earlier")


def test_what_is_said_first_is_said_of_each_of_few_repositories():
    names = ("a", "b", "c", "d", "e")
    for count, said in ((2, "In ten years the files of a went from 8 to 129 and those of b from 8 to 129. "), (5, "")):
        lines = tuple(Series(name, STARTS, tuple(range(130))) for name in names[:count])
        found = replace(build.comparison(names[:count], months=2, commits=2), series={"files": lines}, places={})
        assert evolution.blocks(found)[0].text.startswith(f"{said}Earlier values")


def test_values_of_samples_are_those_of_the_last_tree_by_then():
    times = tuple(build.END - years * build.YEAR for years in (6, 4, 0))
    (then,) = blocks(only(mean_complexity=(Series("django", times, (2, 2.51, 3)),)), Table)
    assert then.rows == (("Paths through an average function (Python source)", "–", "3.00\n2.00 five years ago"),)


def test_dryness_is_told_of_now():
    row = Row("dryness", "Repetition", "DRYness", "percent", (Cell(58.05), Cell(None)), "dryness")
    (then,) = blocks(only(rows=(row,)), Table)
    assert then.rows == (("Different lines in 100 lines (DRYness)", "58.0", "–"),)


def test_the_chart_says_where_it_is_now():
    (chart,) = blocks(only(tests_ratio=(Series("flask", STARTS[-2:], (100.0, 135.06)),)), Chart)
    assert "Now it is flask 135.1." in chart.caption
    assert [point["value"] for point in chart.spec["datasets"]["points"]] == [100.0, 135.1]


@pytest.mark.parametrize(
    ("parts", "years"),
    [
        ({"since": 1_300_000_000}, "since 2011"),
        ({"since": 1_300_000_000, "until": 1_400_000_000}, "2011 to 2014"),
        ({"since": 1_300_000_000, "until": 1_310_000_000}, "in 2011"),
    ],
)
def test_languages_have_years(parts, years):
    (table,) = blocks(only(places=(Spot("flask", "TeX", 0, {"most": 97, **parts}),)), Table)
    assert table.rows == (("TeX", years, "97", "0"),)


def test_where_nothing_is_known_nothing_is_said():
    assert evolution.blocks(only()) == ()
