"""Who carries the work."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.comparison import Series
from analyzer.render.sections.people import people
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(people)


def test_the_caption_averages_the_last_twelve_whole_months():
    months = tuple(build.month_starts(14))
    comparison = replace(small(), series={"contributors": (Series("flask", months, (99, *range(1, 13), 99)),)})
    chart = people.blocks(comparison)[0]
    assert chart.caption.startswith("People a month, on average over the last twelve full months: flask 6.5.")


def test_every_rule_has_a_row_and_the_text_says_how_far_they_are_apart():
    _, _, prose, rules, _ = people.blocks(small())
    assert prose.text.startswith("Contributors, by the rule: flask 860 to 900 and django 1,720 to 1,800. ")
    assert "squash merges" in prose.text
    assert [row[1] for row in rules.rows[:2]] == [
        "900 people\n90 in 12 months",
        "890 people\n89 in 12 months",
    ]
    assert rules.bars[0] == (None, 0.5, 1.0)
    assert rules.rows[-1] == ("Commits by programs", "3.5 %\n7 of 200", "3.5 %\n14 of 400")


def test_shares_are_told_by_year_the_latest_first():
    table = people.blocks(small())[-1]
    assert [row[0] for row in table.rows] == ["2026", "2025"]
    assert table.rows[0][1] == "2.5 % by programs\n1.2 % with an assistant"


def test_a_repository_of_which_nothing_is_known_has_dashes():
    plain = small()
    places = {slug: spots[:1] for slug, spots in plain.places.items()}
    rules, shares = people.blocks(replace(plain, places=places))[-2:]
    assert {row[2] for row in (*rules.rows, *shares.rows)} == {"–"}
    assert people.blocks(replace(plain, places={})) == people.blocks(plain)[:1]


def test_without_people_there_is_no_section():
    assert people.blocks(build.empty()) == ()
