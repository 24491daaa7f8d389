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
    (chart,) = people.blocks(comparison)
    assert chart.caption.startswith("People a month, on average over the last twelve full months: flask 6.5.")


def test_without_people_there_is_no_section():
    assert people.blocks(build.empty()) == ()
