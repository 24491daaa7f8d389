"""Two years in one row, and how sure that is."""

import math

import numpy as np
import pytest

from analyzer.measure.metrics.contributor_trend import of_pairs
from analyzer.measure.trends import dispersion, interval, monthly_places, year_over_year
from analyzer.measure.windows import months_before
from tests.build import at

REPEATS = 4_000


@pytest.mark.parametrize(
    ("recent", "before", "label"),
    [(0, 0, "No activity"), (1, 0, "Increasing"), (5, 4, "Increasing"), (3, 4, "Decreasing"), (7, 8, "Stable")],
)
def test_the_label_needs_whole_numbers_only(recent, before, label):
    assert year_over_year(recent, before, 1.0)["label"][0] == label


def test_the_two_sides_are_parts():
    told = year_over_year(7, 8, 0.0).iloc[0].to_dict()
    assert told == pytest.approx(
        {
            "value": -12.5,
            "recent": 7,
            "before": 8,
            "low": -12.5,
            "high": -12.5,
            "label": "Stable",
            "note": "95 % interval: −12.5 % to −12.5 %.",
        }
    )


@pytest.mark.parametrize(("recent", "before"), [(0, 5), (5, 0), (0, 0)])
def test_without_events_in_one_year_there_is_no_interval(recent, before):
    told = year_over_year(recent, before, math.nan).iloc[0]
    assert math.isnan(told["low"])
    assert math.isnan(told["high"])
    assert told["note"] == ""


def test_months_before_the_end_are_whole_and_make_the_two_years():
    end = at("2020-03-31 12:00:00")
    times = np.array([end + 1, end, months_before(end, 1) + 1, months_before(end, 1), months_before(end, 24)])
    assert monthly_places(times, end).tolist() == [-1, 0, 0, 1, 24]


def test_steady_months_have_no_more_dispersion_than_chance():
    assert dispersion(np.array([5] * 12 + [9] * 12)) == 1.0
    assert dispersion(np.zeros(24, dtype=np.int64)) == 1.0
    # Each month lies 10 off a mean of 10: 24 terms of 10, over 22 degrees of freedom.
    assert dispersion(np.array([0, 20] * 12)) == pytest.approx(240 / 22)


def clumped(random, rate, factor):
    """Return counts of 12 months whose variance is `factor` times their mean (negative binomial)."""
    if factor == 1:
        return random.poisson(rate, 12)
    return random.negative_binomial(rate / (factor - 1), 1 / factor, 12)


@pytest.mark.parametrize(("rate", "factor", "ratio"), [(4, 1, 1), (90, 1, 0.7), (12, 4, 1.5), (90, 8, 1), (90, 8, 0.5)])
def test_the_interval_of_counts_holds_the_true_change_in_95_of_100_histories(rate, factor, ratio):
    random = np.random.default_rng(20)
    held = 0
    for _ in range(REPEATS):
        counts = np.concatenate([clumped(random, rate * ratio, factor), clumped(random, rate, factor)])
        recent, before = counts[:12].sum(), counts[12:].sum()
        low, high = interval(recent, before, dispersion(counts) * (1 / recent + 1 / before))
        held += low <= 100 * (ratio - 1) <= high
    assert 0.93 <= held / REPEATS <= 0.975


def test_the_interval_of_people_holds_the_true_change_in_95_of_100_histories():
    random = np.random.default_rng(21)
    held = 0
    for _ in range(REPEATS):
        # Each of 400 people is there in both years, in one, or in none: 60, 40 and 90 of them on average.
        kinds = random.choice(4, 400, p=[0.15, 0.1, 0.225, 0.525])
        recent, before = (set(np.flatnonzero((kinds == 0) | (kinds == kind)).tolist()) for kind in (1, 2))
        low, high = interval(len(recent), len(before), of_pairs(recent, before))
        held += low <= 100 * (0.25 / 0.375 - 1) <= high
    assert 0.93 <= held / REPEATS <= 0.975
