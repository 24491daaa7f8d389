"""How a value moved, in a clause."""

import pytest

from analyzer.compare.courses import course
from analyzer.model.comparison import Series
from tests.build import at

END = at("2026-06-18")


def line(**points):
    times = [at(date.removeprefix("d").replace("_", "-")) for date in points]
    return Series("a", tuple(times), tuple(points.values()))


@pytest.mark.parametrize(
    ("points", "clause"),
    [
        ({"d2010_01_01": 19.0, "d2026_01_01": 13.0}, "has fallen from 19 % in June 2016 to 13 %"),
        ({"d2010_01_01": 13.0, "d2026_01_01": 19.4}, "has risen from 13 % in June 2016 to 19 %"),
        ({"d2010_01_01": 25.0, "d2020_01_01": 26.0, "d2026_01_01": 25.5}, "has stayed near 26 % since June 2016"),
        ({"d2010_01_01": 25.0, "d2020_01_01": 40.0, "d2026_01_01": 25.5}, "is near 26 %, as in June 2016"),
        ({"d2020_01_01": 10.0, "d2025_01_01": 30.0}, "has risen from 10 % in December 2020 to 30 %"),
        ({"d2010_01_01": 1.2, "d2026_01_01": 2.2}, "has risen from 1 % in June 2016 to 2 %"),
    ],
)
def test_a_course_is_told_from_ten_years_ago_or_a_year_after_the_beginning(points, clause):
    assert course(line(**points), END).clause() == clause


def test_a_short_history_has_no_course():
    assert course(line(d2024_07_01=10.0, d2026_01_01=30.0), END) is None
    assert course(line(), END) is None


def test_the_value_at_a_date_is_that_of_the_newest_commit_dated_not_later():
    rebased = line(d2010_01_01=10.0, d2017_01_01=50.0, d2011_01_01=20.0, d2026_01_01=30.0)
    assert course(rebased, END).then == 20.0
