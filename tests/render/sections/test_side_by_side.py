"""The table of all figures."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Table
from analyzer.render.sections.definitions import definitions
from analyzer.render.sections.side_by_side import side_by_side
from tests.render import build
from tests.render.sections.conftest import small


def table(comparison) -> Table:
    (found,) = [block for block in side_by_side.blocks(comparison) if isinstance(block, Table)]
    return found


def line(comparison, slug: str) -> tuple[str, ...]:
    found = table(comparison)
    return found.rows[found.anchors.index(slug)]


def test_it_is_as_it_was(check_gold):
    check_gold(side_by_side)


def test_the_label_and_the_note_stand_under_the_number():
    assert line(small(), "year-over-year")[1] == "−7.6 %\nDecreasing"
    assert line(small(), "commits-30d")[1] == "–\nNo commit in the window."


def test_a_window_that_the_heading_names_is_not_said_again():
    rows = [replace(row, title=f"{row.title} (past 12 months)") for row in small().rows if row.slug == "commits-12m"]
    assert line(replace(small(), rows=tuple(rows)), "commits-12m")[0] == "Commits"


def test_a_window_that_nothing_names_is_said():
    rows = tuple(replace(row, group="More") for row in small().rows if row.slug == "commits-12m")
    assert line(replace(small(), rows=rows), "commits-12m")[0] == "Commits\n12 months"


def test_a_row_opens_to_its_explanation_definition_and_parts():
    found = table(small())
    note = found.notes[found.anchors.index("comment-ratio")]
    assert note.split("\n") == [
        "Comments, as git records it.",
        "Definition of comment: `openhub`.",
        "flask: comment 3,249, code 9,280.",
        "django: comment 6,498, code 18,560.",
    ]


def test_a_row_leads_to_how_it_is_counted():
    rows = small().rows
    found, meanings = table(small()), definitions.blocks(small())[1]
    assert len(found.sources) == len(rows)
    assert set(found.sources) == set(meanings.anchors)
    assert table(replace(small(), rows=(replace(rows[0], explanation=""),))).sources == ("",)


def test_groups_stand_together_in_the_order_of_their_first_rows():
    rows = small().rows
    mixed = replace(small(), rows=(rows[0], rows[3], rows[1], rows[4], rows[2]))
    assert table(mixed).groups == (("General", 3), ("All time", 2))
    assert table(mixed).anchors == ("activity", "licence", "cost", "contributors", "commits")


def test_many_repositories_are_counted_and_not_listed_in_the_caption():
    assert (
        table(build.comparison([f"r{n}" for n in range(5)], months=2, commits=2)).caption == "5 repositories in figures"
    )


def test_without_rows_there_is_no_section():
    assert side_by_side.blocks(build.empty()) == ()


def test_a_figure_that_is_a_floor_says_at_least():
    first, *rest = small().rows
    cells = (replace(first.cells[0], value=5, floor=True), *first.cells[1:])
    _, table = side_by_side.blocks(replace(small(), rows=(replace(first, unit="commits", cells=cells), *rest)))
    assert table.rows[0][1].startswith("at least 5")
    assert not table.rows[0][2].startswith("at least")
