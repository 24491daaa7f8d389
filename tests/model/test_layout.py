"""Which sections a report has."""

from __future__ import annotations

from analyzer.model.layout import Layout

SHELF = [("a", 1), ("b", 2), ("c", 3)]


def test_without_a_choice_all_come_in_their_usual_order():
    assert Layout().arranged(SHELF) == (1, 2, 3)


def test_named_ones_come_alone_and_in_the_order_given():
    assert Layout(("c", "a")).arranged(SHELF) == (3, 1)


def test_hidden_ones_are_left_out_of_either():
    assert Layout(hidden=frozenset("b")).arranged(SHELF) == (1, 3)
    assert Layout(("c", "b"), frozenset("b")).arranged(SHELF) == (3,)


def test_a_name_that_is_not_on_the_shelf_is_passed_over():
    assert Layout(("z", "a")).arranged(SHELF) == (1,)
