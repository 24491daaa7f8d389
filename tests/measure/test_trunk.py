"""Running sums along the trunk."""

import numpy as np
import pytest

from analyzer.measure.line_sums import growth_lines
from analyzer.measure.months import month_number
from analyzer.measure.trunk import at_commits, at_months, line_of, trunk_months
from tests.build import at, commit, facts, grown, options

END = at("2020-07-15")


def months(*dates):
    first, index = trunk_months(np.array([at(date) for date in dates], dtype=np.int64), END)
    return [first + place - month_number(at("2020-01-01")) for place in index]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2020-01-05", "2020-03-05"], [0, 2]),
        (["2020-05-05", "2020-03-05", "2020-06-05"], [2, 2, 5]),
        (["1970-01-01", "2020-03-05"], [2, 2]),
        (["2020-01-05", "1970-01-01", "2020-02-05"], [0, 1, 1]),
        (["2020-01-05", "2021-01-01"], [0, 6]),
        (["2020-01-05", "1970-01-01"], [0, 6]),
        ([], []),
    ],
)
def test_a_change_counts_from_the_earliest_date_at_it_or_later(dates, expected):
    assert months(*dates) == expected


def test_commits_without_a_change_are_in_the_line():
    made = facts(commits=[commit(1), commit(2), commit(3)], growth=[grown(0, "2020-01-01", code=5)])
    table = at_commits(growth_lines(made, options()), line_of(made), ("code",))
    assert list(table["code"]) == [5, 5, 5]
    assert list(table["sha"]) == [f"{number:040x}" for number in (1, 2, 3)]


def test_a_moment_off_the_trunk_is_the_last_of_the_line():
    branch = commit(2, position=-1, on="2020-02-02")
    made = facts(
        commits=[commit(1), branch],
        growth=[grown(0, "2020-01-01", code=5), grown(1, "2020-02-02", sha=branch["sha"], code=2)],
    )
    table = at_commits(growth_lines(made, options()), line_of(made), ("code",))
    assert table.to_dict("records")[-1] == {"sha": branch["sha"], "time": at("2020-02-02"), "code": 7}


def test_a_moment_off_the_trunk_is_there_even_if_nothing_that_is_asked_for_changed():
    branch = commit(2, position=-1, on="2020-02-02")
    made = facts(
        commits=[commit(1), branch],
        growth=[grown(0, "2020-01-01", code=5), grown(1, "2020-02-02", scope="tests", sha=branch["sha"], code=2)],
    )
    source = options(scopes=frozenset({"source"}))
    table = at_commits(growth_lines(made, source), line_of(made), ("code",))
    assert table.to_dict("records")[-1] == {"sha": branch["sha"], "time": at("2020-02-02"), "code": 5}


def test_the_last_month_is_the_moment_whatever_its_dates():
    made = facts(growth=[grown(0, "2020-01-01", code=5), grown(1, "2030-01-01", code=2)])
    table = at_months(growth_lines(made, options()), made.moment, ("code",))
    assert list(table["code"]) == [5, 5, 5, 5, 5, 5, 7]
