"""Names at the ends of lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analyzer.render.labels import spread


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_no_name_covers_another(values):
    places = sorted(spread(values, top=100, height=300, gap=17))
    assert all(high - low >= 17 / 3 - 1e-9 for low, high in pairwise(places))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_names_stand_in_the_order_of_their_lines(values):
    places = spread(values, top=100, height=300)
    assert [places[index] for index in sorted(range(len(values)), key=values.__getitem__)] == sorted(places)


def test_names_with_room_stand_at_their_lines():
    assert spread([10, 90, 50], top=100, height=300) == [10, 90, 50]


def test_the_highest_name_stays_within_the_plot():
    assert max(spread([100, 100], top=100, height=300)) == 100


def test_flat_and_missing_lines_are_no_trouble():
    assert spread([], top=0, height=300) == []
    assert len(spread([0, 0], top=0, height=300)) == 2
