"""Numbers as small bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.export.sparks import spark


def test_heights_begin_at_zero_and_reach_the_top():
    assert spark([0, 1, 4, 8]) == "▁▁▄█"


def test_what_is_not_known_is_a_dot():
    assert spark([None, 2, None]) == "·█·"


def test_nothing_but_zeros_stays_on_the_ground():
    assert spark([0, 0]) == "▁▁"
    assert spark([]) == ""


@given(st.lists(st.none() | st.floats(min_value=0, max_value=1e12)))
def test_there_is_a_sign_for_each_number(values):
    assert len(spark(values)) == len(values)


@given(st.lists(st.floats(min_value=0, max_value=1e9), min_size=2))
def test_a_larger_number_is_never_lower(values):
    heights = ["▁▂▃▄▅▆▇█".index(sign) for sign in spark(sorted(values))]
    assert heights == sorted(heights)
