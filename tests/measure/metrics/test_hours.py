"""Hours of the week by the authors' clocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.metrics.hours import hours
from analyzer.model.metric import THIRTY_DAYS
from tests.build import at, commit, facts, options


def of(*dates):
    return facts(commits=[commit(n, on=on, author_offset=offset) for n, (on, offset) in enumerate(dates, 1)])


def row(made, **asked):
    return hours.measure(made, options(**asked)).iloc[0].to_dict()


@pytest.mark.parametrize(
    ("date", "offset", "weekday", "hour"),
    [
        ("2020-06-24 08:59:59", 0, "Wednesday", 8),
        ("2020-06-24 23:30:00", 60, "Thursday", 0),
        ("2020-06-22 00:30:00", -60, "Sunday", 23),
        ("2020-06-24 12:00:00", 345, "Wednesday", 17),
        ("2020-06-24 12:00:00", -210, "Wednesday", 8),
    ],
)
def test_the_clock_is_the_authors(date, offset, weekday, hour):
    measured = hours.measure(of((date, offset)), options(by="hour"))
    (found,) = measured[measured["commits"] > 0].to_dict("records")
    assert found == {"weekday": weekday, "hour": hour, "value": 100.0, "commits": 1}


def test_a_week_has_168_hours():
    measured = hours.measure(facts(), options(by="hour"))
    assert len(measured) == len(measured[["weekday", "hour"]].drop_duplicates()) == 168
    assert measured["commits"].sum() == 4
    assert measured["value"].sum() == pytest.approx(100)


def test_working_hours_are_nine_to_five_on_five_days():
    made = of(
        ("2020-06-22 09:00:00", 0), ("2020-06-26 16:59:59", 0), ("2020-06-26 17:00:00", 0), ("2020-06-27 12:00:00", 120)
    )
    assert row(made) == {"value": 50.0, "working": 2, "counted": 4, "utc": 3, "left_out": 0}


@pytest.mark.parametrize(("offset", "left_out"), [(-721, 1), (-720, 0), (840, 0), (855, 1), (7, 1), (345, 0)])
def test_time_zones_that_are_nowhere_are_left_out_and_counted(offset, left_out):
    assert row(of(("2020-06-24 12:00:00", offset)))["left_out"] == left_out


def test_dates_that_cannot_be_true_are_left_out_and_counted():
    assert row(of((0, 0), ("2020-07-02", 0), ("2020-06-24 12:00:00", 0)))["left_out"] == 2


def test_nothing_counted_is_no_share():
    told = row(of(("2020-01-24 12:00:00", 0)), window=THIRTY_DAYS)
    assert told["value"] != told["value"]
    assert hours.measure(of((0, 0)), options(by="hour"))["value"].isna().all()


@given(st.lists(st.tuples(st.integers(86_400, at("2020-07-01")), st.integers(-2000, 2000)), min_size=1, max_size=30))
def test_every_commit_is_in_one_hour_or_left_out(some):
    made = of(*some)
    told = row(made)
    assert told["counted"] + told["left_out"] == len(some)
    cells = hours.measure(made, options(by="hour"))["commits"].to_numpy().reshape(7, 24)
    assert cells.sum() == told["counted"]
    assert np.sum(cells[:5, 9:17]) == told["working"]
