"""The change of a ratio in words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analyzer.model import ratio_words
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit

START = RatioEnd("a" * 40, 1_420_070_400, 17_000, 100_000, "2015-01-01")
END = RatioEnd("b" * 40, 1_577_836_800, 16_400, 100_000)
CHANGE = RatioChange("django", "comment_ratio", "openhub", START, END, -0.6, {})


def units(shown: str) -> int:
    return int(shown.replace("−", "-").replace(",", "").replace(".", ""))


def split(points: Sequence[float], rest: float | None = None) -> RatioSplit:
    parts = tuple(RatioPart(str(place), value, 0, 0) for place, value in enumerate(points))
    return RatioSplit(parts, 0 if rest is None else 7, None if rest is None else RatioPart("", rest, 0, 0))


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=30), st.none() | st.floats(-100, 100))
def test_figures_that_are_shown_sum_to_the_whole_that_is_shown(points, rest):
    whole = sum(points) + (rest or 0)
    shown = ratio_words.figures(split(points, rest), whole)
    assert len(shown) == len(points) + (rest is not None)
    assert sum(map(units, shown)) == units(ratio_words.signed(whole))
    off = 1.001 if rest is None else 0.501
    assert all(abs(units(text) - 1000 * value) < off for text, value in zip(shown, points, strict=False))


def test_thirds_of_a_point_sum_to_a_point():
    assert ratio_words.figures(split([1 / 3, 1 / 3, 1 / 3]), 1.0) == ["+0.334", "+0.333", "+0.333"]


def test_the_rest_takes_up_what_rounding_leaves():
    assert ratio_words.figures(split([1 / 3, 1 / 3], 1 / 3), 1.0) == ["+0.333", "+0.333", "+0.334"]


def test_of_no_part_there_is_no_figure():
    assert ratio_words.figures(split([]), 0.0) == []


def test_signs_are_shown_and_minus_is_a_minus():
    assert [ratio_words.signed(value, 2) for value in (1234.5, 0.004, -0.004, -0.06)] == [
        "+1,234.50",
        "0.00",
        "0.00",
        "−0.06",
    ]
    assert [ratio_words.signed_count(value) for value in (1234, 0, -5)] == ["+1,234", "0", "−5"]


def test_the_sentence_says_from_what_to_what_and_when():
    assert ratio_words.sentence(CHANGE) == (
        "The comment ratio of django fell from 17.00 % (2015-01-01: commit aaaaaaaaaa of 1 January 2015) to 16.40 % "
        "(commit bbbbbbbbbb of 1 January 2020): −0.60 percentage points, by the definition of openhub."
    )
    assert "django rose from" in ratio_words.sentence(replace(CHANGE, points=0.6))


def test_no_change_is_said_to_be_none():
    same = replace(CHANGE, end=replace(START, label="v1"), points=0.0)
    assert "is the same at both: 17.00 %" in ratio_words.sentence(same)


def test_counts_of_a_share_and_of_a_proportion_read_differently():
    assert ratio_words.counts(CHANGE).startswith("First 17,000 comment lines in 100,000 comment and code lines, then")
    other = replace(CHANGE, above="comment lines", below="code lines")
    assert ratio_words.counts(other).startswith("First 17,000 comment lines to 100,000 code lines, then 16,400 to")
