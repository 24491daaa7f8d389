"""Boxes of a treemap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.render.squares import Box, squares

WHOLE = Box(0, 0, 600, 300)
SIZES = st.lists(st.integers(1, 10_000), max_size=40).map(lambda sizes: sorted(sizes, reverse=True))


@given(SIZES)
def test_areas_are_as_given_and_fill_the_whole(sizes):
    boxes = squares(sizes, WHOLE)
    areas = [box.width * box.height for box in boxes]
    assert areas == pytest.approx([size * 180_000 / sum(sizes) for size in sizes])


@given(SIZES)
def test_no_box_leaves_the_whole_and_none_covers_another(sizes):
    boxes = squares(sizes, WHOLE)
    for place, box in enumerate(boxes):
        assert box.left > -1e-6
        assert box.left + box.width < 600 + 1e-6
        assert box.top > -1e-6
        assert box.top + box.height < 300 + 1e-6
        for other in boxes[:place]:
            apart_x = max(box.left, other.left) - min(box.left + box.width, other.left + other.width)
            apart_y = max(box.top, other.top) - min(box.top + box.height, other.top + other.height)
            assert max(apart_x, apart_y) > -1e-6


def test_equal_sizes_come_near_to_squares():
    assert {(round(box.width), round(box.height)) for box in squares([1] * 8, WHOLE)} == {(150, 150)}
