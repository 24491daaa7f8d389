"""What a reader in a hurry is told of claims and of the order."""

from __future__ import annotations

from dataclasses import replace

from analyzer.compare.judged_findings import claims, turns
from analyzer.model.claim import NEVER, TRUE, WAS_TRUE, Claim, Curve, Interval, Judgement, Saying, Verdict
from analyzer.model.ranking import Order, Rung
from tests.build import at
from tests.compare.comparisons import comparison

PLAIN = comparison(["flask", "django"], {})


def saying(word: str, text: str = "It is so", *spans: Interval) -> Saying:
    return Saying("claim", text, "", word, ("one",), spans)


def told(*sayings: Saying) -> str | None:
    return claims(replace(PLAIN, sayings=sayings))


def ranked(*stands: int | None) -> str | None:
    orders = tuple(Order("flask", "django", f"d{place}", "all", now, None) for place, now in enumerate(stands))
    return turns(replace(PLAIN, orders=orders))


def test_without_claims_nothing_is_said() -> None:
    assert told() is None


def test_one_sentence_is_told_with_its_verdict() -> None:
    span = Interval(at("2020-07-03"), at("2021-08-09"))
    assert told(saying(TRUE)) == "“It is so”: true."
    assert (
        told(saying(WAS_TRUE, "It is so", span)) == "“It is so”: was true. It held from 3 July 2020 to 9 August 2021."
    )


def test_of_several_the_first_that_is_not_true_is_told() -> None:
    span = Interval(at("2020-07-03"), at("2021-08-09"))
    assert told(saying(TRUE), saying(WAS_TRUE, "It was so", span)) == (
        "Of two published sentences put to the test one is true on 18 June 2026. "
        "“It was so” was true from 3 July 2020 to 9 August 2021; it no longer is."
    )
    assert told(saying(NEVER), saying(NEVER)) == (
        "Of two published sentences put to the test none are true on 18 June 2026. “It is so”: never true."
    )
    assert (
        told(saying(TRUE), saying(TRUE)) == "Of two published sentences put to the test all are true on 18 June 2026."
    )


def test_the_rule_that_a_claim_rests_on_is_told_by_its_title() -> None:
    claim = Claim("one", "It is so", "comment_ratio", "flask", "=", 25, 0.5, "openhub")
    judgement = Judgement("openhub", None, True, None, False, (), None, 0.0)
    verdict = Verdict(claim, "percent", (judgement,), "it", (), Curve((), ()))
    rung = Rung("openhub", "Open Hub", "c / all", True, "all", (1.0, 2.0))
    plain = replace(PLAIN, claims=(verdict,), ladder=(rung,), sayings=(saying(TRUE),))
    assert claims(plain) == "“It is so”: true under the definition of Open Hub."


def test_the_order_is_told_where_the_definition_decides_it() -> None:
    assert ranked(1, 1, -1) == (
        "Which of the two has more comments depends on what counts as one: flask under two definitions, "
        "django under one."
    )
    assert ranked(-1, -1, 1, 0, None) == (
        "Which of the two has more comments depends on what counts as one: django under two definitions, "
        "flask under one."
    )
    rungs = tuple(Rung(f"d{place}", "", "", place < 2, "all", ()) for place in range(3))
    orders = tuple(Order("flask", "django", f"d{place}", "all", now, None) for place, now in enumerate((1, 1, -1)))
    assert (turns(replace(PLAIN, orders=orders, ladder=rungs)) or "").endswith(
        "flask under two definitions, django under one that does not count docstrings."
    )
    assert ranked(1, 1, 0) is None
    assert ranked() is None
