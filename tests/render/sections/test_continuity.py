"""How few people carry a repository, and whether those who come stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Chart, Table
from analyzer.model.comparison import Cell, Row, Spot
from analyzer.render.sections.continuity import continuity
from tests.render import build
from tests.render.sections.conftest import small


def tables(comparison):
    """Return the tables, those behind charts of shares among them."""
    blocks = [block for block in continuity.blocks(comparison) if isinstance(block, Table | Chart)]
    return [block.data if isinstance(block, Chart) else block for block in blocks]


def only(slug, *spots):
    return replace(small(), places={slug: spots})


def with_row(slug, *cells):
    plain = small()
    return replace(plain, rows=(*plain.rows, Row(slug, "Continuity", "", "people", cells, "")))


def test_it_is_as_it_was(check_gold):
    check_gold(continuity)


@pytest.mark.parametrize("repositories", [1, 2, 5, 12])
def test_each_repository_has_a_column(repositories):
    names = tuple(f"r{number}" for number in range(repositories))
    shown = tables(build.comparison(names, months=2, commits=2))
    assert len(shown) == 6
    assert {table.head[1:] for table in shown} == {names}


def test_the_chart_says_what_its_table_does():
    (chart,) = (block for block in continuity.blocks(small()) if isinstance(block, Chart))
    assert chart.caption.endswith("The most active 1 % wrote: flask 60.0 % and django 60.0 %.")
    points = chart.spec["datasets"]["points"]
    assert [(row["time"], row["value"]) for row in points if row["repository"] == "django"][-2:] == [
        (99.5, 49.5),
        (100, 100),
    ]
    assert [row[0] for row in chart.data.rows] == ["The most active 1 %", "The most active 10 %"]


def test_the_last_year_says_when_its_months_end():
    table = tables(only("absence-by-year", *(Spot("flask", year, 1, {"people": 1, "largest": 100}) for year in "12")))[
        0
    ]
    assert [row[0] for row in table.rows] == ["2", "1"]
    table = tables(small())[0]
    assert [row[0] for row in table.rows] == ["2026\n12 months to 18 June 2026", "2025"]


def test_the_prose_tells_what_the_rows_say():
    (prose, *_) = continuity.blocks(with_row("absence-factor-12m", Cell(1), Cell(7)))
    assert "in the twelve months to 18 June 2026: flask 1 and django 7." in prose.text
    (prose, *_) = continuity.blocks(with_row("elephant-factor", Cell(1, {"told": 2.5}), Cell(None)))
    assert "names an organisation: flask 2.5 %; where these are few" in prose.text
    comparison = only("retention", Spot("django", "", 9.5, {}), Spot("flask", "", None, {}))
    (prose, *_) = continuity.blocks(replace(comparison, places={**small().places, **comparison.places}))
    assert "wrote again in their second year: django 9.5 %." in prose.text


def test_organisations_are_summed_and_the_largest_named_below():
    (table,) = tables(
        only(
            "organisations",
            Spot("flask", "one.example", 3, {"share": 30, "people": 2}),
            Spot("flask", "(others)", 1, {"share": 10}),
            Spot("flask", "(private domains)", 6, {"share": 60, "people": 5}),
        )
    )
    assert table.rows == (
        ("Organisations", "40.0 %\none.example 30.0 %", "–"),
        ("Free mail", "0.0 %", "–"),
        ("Private domains", "60.0 %", "–"),
        ("Hidden by a forge", "0.0 %", "–"),
        ("No domain", "0.0 %", "–"),
    )


def test_of_a_year_that_is_not_over_nothing_is_told():
    (table,) = tables(only("cohorts", Spot("flask", "2024", 50.0, {"year": 2, "people": 4, "active": 2})))
    assert table.rows == (("2024", "50.0 %, –, –\nof 4 people", "–"),)


def test_the_tenure_stands_with_the_half_life():
    spots = (Spot("flask", "", 1.5, {"longest": 9.0}), Spot("django", "", None, {"people": 0}))
    (table,) = tables(only("tenure", *spots))
    assert table.rows[-1][1:] == ("1.5 years\nthe longest 9.0", "–")
    assert len(table.bars) == len(table.rows)


def test_where_nothing_is_known_there_is_no_section():
    assert continuity.blocks(build.empty()) == ()
    assert continuity.blocks(replace(small(), places={})) == ()


def test_lorenz_curves_of_many_have_a_plot_each():
    names = [f"r{place}" for place in range(5)]
    chart = next(block for block in continuity.blocks(build.comparison(names, months=14)) if isinstance(block, Chart))
    assert chart.spec["usermeta"]["kind"] == "multiples"
    assert chart.spec["facet"]["sort"] == names
    assert "ends" not in chart.spec["datasets"]
