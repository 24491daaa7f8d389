"""Claims that belong to one sentence."""

from __future__ import annotations

import dataclasses

from analyzer.compare.sayings import sayings
from analyzer.model.claim import (
    NEVER,
    TRUE,
    UNKNOWN,
    WAS_TRUE,
    Claim,
    Interval,
    Judgement,
    Saying,
    Sighting,
    Together,
    Verdict,
)

ONE = Claim(
    "flask", "25 and 16", "comment_ratio", "flask", "=", 25, 0.5, "openhub", pair="p", said_by="X", date="2020-07-01"
)
TWO = dataclasses.replace(ONE, slug="django", repository="django", value=16)
SEEN = Sighting(25.0, 10, "a")
SPAN = Interval(10, 20)


def verdict(claim: Claim, *, holds: bool = False, known: bool = True) -> Verdict:
    seen = SEEN if known else None
    judgement = Judgement("openhub", seen, holds, None, False, (SPAN,) if known else (), seen, 0.0)
    return Verdict(claim, "percent", (judgement,) if known else ())


def together(*spans: Interval, now: bool = False) -> Together:
    return Together("p", "openhub", ("flask", "django"), spans, now, "They did.")


def the_pair(*joint: Together, known: bool = True) -> Saying:
    (found,) = sayings([verdict(ONE, holds=True), verdict(TWO, known=known)], joint)
    return found


def test_a_pair_is_one_sentence_with_one_verdict() -> None:
    found = the_pair(together(SPAN))
    assert found == Saying("claim-p", "25 and 16", "X, 2020-07-01", WAS_TRUE, ("flask", "django"), (SPAN,), "They did.")


def test_a_pair_is_true_when_all_of_it_is() -> None:
    assert the_pair(together(SPAN, now=True)).word == TRUE
    assert the_pair(together()).word == NEVER


def test_a_pair_of_which_one_cannot_be_judged_cannot_be_judged() -> None:
    assert the_pair(together(SPAN), known=False).word == UNKNOWN
    assert the_pair().word == UNKNOWN


def test_a_claim_by_itself_is_a_sentence_by_itself() -> None:
    lonely = dataclasses.replace(ONE, pair="")
    (found,) = sayings([verdict(lonely, holds=True)], [])
    assert (found.slug, found.word, found.intervals, found.told) == ("claim-flask", TRUE, (SPAN,), "")
