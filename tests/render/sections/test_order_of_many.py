"""The order of several repositories, in a sentence."""

from __future__ import annotations

from analyzer.model.ranking import Order
from analyzer.render.sections._order_of_many import order_of_many


def orders(first, second, *stands, scope="all"):
    return [Order(first, second, f"d{place}", scope, now, None) for place, now in enumerate(stands)]


def test_pairs_that_turn_are_told_with_the_definitions_under_which_they_do():
    told = order_of_many([*orders("a", "b", 1, 1, 1), *orders("b", "c", 1, -1, 0), *orders("c", "d", -1, -1, 1)])
    assert told == (
        "Of 3 pairs of neighbours in the order by the first definition two are in another order under some definition: "
        "b and c under two of three and c and d under one of three. "
        "`diptych ranking` tells of each, and since when."
    )


def test_of_many_pairs_those_that_turn_most_often_are_named():
    some = [order for place in range(5) for order in orders(f"r{place}", "x", *[1] * (5 - place), *[-1] * place)]
    told = order_of_many(some)
    assert "four are in another order under some definition, most often r4 and x under four of five, " in told
    assert "r1 and x" not in told


def test_an_order_that_holds_everywhere_is_said_to():
    assert order_of_many(orders("a", "b", 1, 1)).endswith("none is in another order under any other.")


def test_other_parts_of_the_repositories_and_what_cannot_be_told_do_not_count():
    assert order_of_many(orders("a", "b", None, None)) == ""
    assert order_of_many([*orders("a", "b", 1, None, 1), *orders("a", "b", 1, -1, scope="source")]).endswith(
        "any other."
    )
