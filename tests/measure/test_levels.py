"""Changes of level, where they are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.measure.levels import LONGEST, SHORTEST, changes


def poisson(*levels, months=40, seed=7):
    random = np.random.default_rng(seed)
    return np.concatenate([random.poisson(level, months) for level in levels])


def test_clear_changes_are_found_where_they_are():
    found = changes(poisson(100, 30, 90))
    assert found[0] == 0
    assert found[1:] == pytest.approx([40, 80], abs=2)


@pytest.mark.parametrize("seed", range(20))
def test_chance_alone_is_no_change(seed):
    assert changes(poisson(30, 30, 30, seed=seed)) == [0]


def test_a_burst_or_a_season_is_no_level():
    counts = poisson(50, 50, 50)
    counts[60:63] = 500
    assert changes(counts) == [0]


def test_nothing_changes_in_a_series_without_events_or_a_short_one():
    assert changes(np.zeros(60, dtype=np.int64)) == [0]
    assert changes(np.array([0] * 11 + [1000] * 11)) == [0]


def test_a_project_that_stops_has_a_level_of_nothing():
    assert changes(np.concatenate([poisson(40), np.zeros(40, dtype=np.int64)])) == [0, 40]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=150))
def test_levels_begin_at_the_start_and_last_a_year(counts):
    found = changes(np.array(counts, dtype=np.int64))
    assert found[0] == 0
    assert all(length >= SHORTEST for length in np.diff([*found, len(counts)])) or found == [0]


def test_a_slow_decline_is_cut_into_steps():
    counts = np.round(200 * np.exp(-np.arange(120) / 30)).astype(np.int64)
    found = changes(counts)
    assert len(found) > 3
    assert [counts[place] for place in found] == sorted((counts[place] for place in found), reverse=True)


def test_the_longest_series_is_searched():
    assert changes(poisson(50, 5, months=LONGEST // 2)) == [0, LONGEST // 2]
