"""Series as rows and as tables by year."""

from __future__ import annotations

from datetime import UTC, datetime

from analyzer.model import wording
from analyzer.model.calendar import is_open
from analyzer.model.comparison import Series
from analyzer.render.months import by_year, last, monthly_rows, without_open
from tests.render import build


def at(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp())


def test_a_month_is_open_until_its_last_second_is_over():
    assert is_open(at(2025, 12, 1), at(2025, 12, 31, 23, 59, 59))
    assert not is_open(at(2025, 12, 1), at(2026, 1, 1))


def test_the_average_is_of_the_last_twelve_whole_months():
    months = tuple(build.month_starts(14))
    rows = monthly_rows([Series("a", months, (100, *[4] * 12, 1000))], build.END)
    assert [row["mean"] for row in rows][:2] == [100, 52]
    assert rows[-2]["mean"] == 4
    assert (rows[-1]["mean"], rows[-1]["open"], rows[-1]["value"]) == (4, 1, 1000)


def test_a_lone_open_month_averages_itself():
    (row,) = monthly_rows([Series("a", tuple(build.month_starts(1)), (7,))], build.END)
    assert row["mean"] == 7


def test_years_are_summed_newest_first_and_missing_ones_are_told():
    lines = [
        Series("a", (at(2024, 12, 1), at(2025, 1, 1), at(2025, 2, 1)), (1, 1000, 500)),
        Series("b", (at(2025, 3, 1),), (7,)),
    ]
    table = by_year("Sums", lines, sum, wording.count)
    assert table.head == ("Year", "a", "b")
    assert table.rows == (("2025", "1,500", "7"), ("2024", "1", "–"))


def test_the_last_of_a_year_is_its_end():
    assert last((1, 2, 3)) == 3


def test_what_stood_at_the_end_of_a_year_stands_until_it_changes():
    lines = [
        Series("a", (at(2023, 1, 1), at(2025, 2, 1)), (1, 500)),
        Series("b", (at(2024, 3, 1),), (7,)),
    ]
    table = by_year("Ends", lines, last, wording.count)
    assert table.rows == (("2025", "500", "7"), ("2024", "1", "7"), ("2023", "1", "–"))


def test_a_month_that_is_not_over_can_be_left_out():
    months = tuple(build.month_starts(3))
    assert without_open(Series("a", months, (1, 2, 3)), build.END) == Series("a", months[:2], (1, 2))
