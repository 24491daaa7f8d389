"""Sentences about the order of repositories."""

from __future__ import annotations

from collections.abc import Mapping

from analyzer.compare.turns import sentences
from analyzer.model.ranking import RANKED, Order, Rung
from tests.build import at

DOCSTRINGS = {"openhub": True, "cloc": True, "radon": False, "tokei": False}
SINCE = at("2015-03-01")


def said(now: Mapping[str, int | None], scopes: Mapping[str, Mapping[str, int | None]] | None = None, **turns: object):
    rungs = [Rung(name, name, "", docstrings, scope, ()) for scope in RANKED for name, docstrings in DOCSTRINGS.items()]
    orders = [
        Order(
            "flask",
            "django",
            name,
            scope,
            (scopes or {}).get(scope, now)[name],
            SINCE if now[name] is not None else None,
            turns.get(name, ((SINCE, now[name]),) if now[name] is not None else ()),  # type: ignore[arg-type]
        )
        for scope in RANKED
        for name in DOCSTRINGS
    ]
    return list(sentences(rungs, orders))


def test_the_sentence_names_both_sides_and_what_they_share() -> None:
    told = said({"openhub": 1, "cloc": 1, "radon": -1, "tokei": -1})
    assert told[:2] == [
        "flask stands above django under the two definitions that count docstrings (openhub, cloc); "
        "below it under the two definitions that do not count docstrings (radon, tokei).",
        "The same holds for the source alone and all but tests.",
    ]


def test_some_of_a_kind_are_not_all_of_it() -> None:
    told = said({"openhub": 1, "cloc": 1, "radon": 1, "tokei": 0})
    assert told[0] == (
        "flask stands above django under three definitions (openhub, cloc, radon); "
        "level with it under one definition that does not count docstrings (tokei)."
    )


def test_what_holds_under_most_definitions_comes_first() -> None:
    told = said({"openhub": 1, "cloc": -1, "radon": -1, "tokei": -1})
    assert told[0].startswith(
        "django stands above flask under three definitions (cloc, radon, tokei); below it under one"
    )


def test_an_order_that_always_holds_is_said_so() -> None:
    told = said(dict.fromkeys(DOCSTRINGS, -1))
    assert told == [
        "django stands above flask under all four definitions.",
        "The same holds for the source alone and all but tests.",
        "Today’s order of flask and django has stood since March 2015 under all four definitions.",
    ]


def test_a_part_in_which_it_is_otherwise_is_told_apart() -> None:
    told = said(dict.fromkeys(DOCSTRINGS, -1), {"source": dict.fromkeys(DOCSTRINGS, 1)})
    assert told[1:3] == [
        "The same holds for all but tests.",
        "For the source alone: flask stands above django under all four definitions.",
    ]


def test_an_order_that_keeps_turning_is_told() -> None:
    often = tuple((SINCE + step, (-1) ** step) for step in range(6))
    told = said(dict.fromkeys(DOCSTRINGS, -1), radon=often)
    assert told[-1] == "It turned most often under radon: five times."


def test_what_cannot_be_ranked_is_said_so() -> None:
    told = said(dict.fromkeys(DOCSTRINGS, None))
    assert told[0] == "flask and django cannot be ranked: one of them has no value."
    assert len(told) == 2


def test_with_titles_no_more_than_a_few_definitions_are_listed() -> None:
    names = [f"d{place}" for place in range(8)]
    rungs = [Rung(name, f"{name}, of course", "", True, scope, ()) for scope in RANKED for name in names]
    stands = dict(zip(names, [1] * 7 + [-1], strict=True))
    orders = [Order("a", "b", name, scope, stands[name], SINCE) for scope in RANKED for name in names]
    titled, plain = sentences(rungs, orders, titled=True)[0], sentences(rungs, orders)[0]
    assert titled == (
        "a stands above b under seven definitions that count docstrings; "
        "below it under one definition that counts docstrings (d7, of course)."
    )
    assert "(d0, d1, d2, d3, d4, d5, d6)" in plain
