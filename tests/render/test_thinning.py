"""Fewer points, the same picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.render.thinning import thin, thin_stack


def line(values, name="a"):
    return [{"name": name, "x": x, "y": y} for x, y in enumerate(values)]


def thinned(rows, pixels):
    return thin(rows, by="name", x="x", y="y", pixels=pixels)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=200), st.integers(1, 20))
def test_extremes_ends_and_order_stay(values, pixels):
    kept = thinned(line(values), pixels)
    assert [kept[0]["x"], kept[-1]["x"]] == [0, len(values) - 1]
    assert {row["y"] for row in kept} >= {min(values), max(values)}
    assert [row["x"] for row in kept] == sorted({row["x"] for row in kept})


def test_at_most_four_rows_of_each_slice_stay():
    assert len(thinned(line([x * 7919 % 101 for x in range(10_000)]), 50)) <= 4 * 51


def test_a_spike_of_one_commit_stays():
    values = [10] * 1000
    values[617] = 40
    assert {"name": "a", "x": 617, "y": 40} in thinned(line(values), 20)


def test_level_stretches_keep_their_ends_only():
    assert [row["x"] for row in thinned(line([1, 1, 1, 1, 5, 5, 5, 2]), 100)] == [0, 3, 4, 6, 7]


def test_lines_are_thinned_apart():
    rows = [*line([1] * 50, "a"), *line([2] * 50, "b")]
    assert [row["name"] for row in thinned(rows, 10)] == ["a", "a", "b", "b"]


def test_few_rows_stay_as_they_are_and_none_stay_none():
    assert thinned(line([1, 3, 2]), 100) == line([1, 3, 2])
    assert thinned([], 100) == []


def test_rows_at_one_time_need_no_width():
    assert len(thinned([{"name": "a", "x": 5, "y": 1}], 100)) == 1


def test_stacked_lines_keep_the_same_times_and_the_last():
    rows = [*line(range(250), "a"), *line(range(250), "b")]
    kept = thin_stack(rows, x="x", most=100)
    times = {name: [row["x"] for row in kept if row["name"] == name] for name in "ab"}
    assert times["a"] == times["b"]
    assert times["a"][-1] == 249
    assert 50 <= len(times["a"]) <= 100
    assert thin_stack([], x="x", most=100) == []
