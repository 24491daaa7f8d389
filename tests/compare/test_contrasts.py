"""Amounts told one by one, against each other, and by their extremes."""

import pytest

from analyzer.compare.contrasts import Amount, Figure, amounts, capital, extremes, figures, how_many
from tests.compare.comparisons import comparison

STARS = Amount("star", "stars")


def ranked(**values):
    return [Figure(name, value) for name, value in values.items()]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"a": 1}, "a has 1 star."),
        ({"a": 0}, "a has no stars."),
        ({"a": 9, "b": 3}, "a has 9 stars, three times as many as b (3)."),
        ({"a": 21, "b": 20}, "a has 21 stars, b 20."),
        ({"a": 2, "b": 2}, "a and b have 2 stars each."),
        ({"a": 3, "b": 2, "c": 1}, "a has 3 stars, b 2 and c 1."),
        ({"a": 4, "b": 3, "c": 2, "d": 1}, "Of the four, a has the most stars (4) and d the fewest (1)."),
        (
            {"a": 4, "b": 4, "c": 1, "d": 1},
            "Of the four, a and b have the most stars (4 each) and c and d the fewest (1 each).",
        ),
        ({"a": 4, "b": 4, "c": 4, "d": 4}, "All four are level at 4."),
    ],
)
def test_amounts_are_told_by_their_number(values, sentence):
    assert amounts(ranked(**values), STARS) == sentence


def test_a_large_group_at_one_end_is_counted_instead_of_named():
    told = extremes(ranked(a=2, b=1, c=1, d=1, e=1), "the most", "the fewest", lambda figure: str(figure.value))
    assert told == "Of the five, a has the most (2) and four others the fewest (1 each)."


def test_figures_come_largest_first_without_unknown_ones():
    found = figures(comparison("abc", {"lines": [1, None, 5]}, floors="c"), "lines")
    assert found == [Figure("c", 5, floor=True), Figure("a", 1)]


def test_words_for_everybody():
    assert (how_many(2), how_many(7), capital("that"), capital("")) == ("both", "all seven", "That", "")
