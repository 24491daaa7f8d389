"""Claims put to the test against values over time."""

from __future__ import annotations

import dataclasses

import pytest

from analyzer.compare.claims import jointly, judge
from analyzer.compare.steps import Steps
from analyzer.model.claim import Claim, Interval
from tests.compare.test_steps import steps

FLASK = Claim("flask", "Flask has 25 %", "comment_ratio", "flask", "=", 25, 0.5, pair="article")
DJANGO = dataclasses.replace(FLASK, slug="django", repository="django", value=16)

VALUES = {
    ("flask", "openhub"): steps((10, 27.0), (20, 25.2), (50, 24.8)),
    ("django", "openhub"): steps((10, 17.0), (30, 16.2), (40, 13.0)),
    ("flask", "tokei"): steps((10, 6.0)),
    ("django", "tokei"): steps((10, 6.2)),
}


def lookup(repository: str, metric: str, definition: str, scope: str) -> Steps | None:
    return VALUES.get((repository, definition))


def test_a_claim_that_held_and_no_longer_does_was_true() -> None:
    verdict = judge(DJANGO, ["openhub"], 35, lookup)
    judgement = verdict.judgements[0]
    assert verdict.word == "was true"
    assert judgement.intervals == (Interval(30, 40),)
    assert (judgement.holds_at_date, judgement.holds_at_head) == (True, False)
    assert judgement.nearest is not None
    assert judgement.nearest.sha == "c1"
    assert judgement.nearest.parts == {"comment": 32.4}


def test_a_claim_under_any_definition_takes_the_best() -> None:
    assert judge(FLASK, ["tokei", "openhub"], None, lookup).word == "true today"
    assert judge(FLASK, ["tokei"], None, lookup).word == "never true"


def test_the_nearest_miss_says_how_far_off_it_was() -> None:
    judgement = judge(FLASK, ["tokei"], None, lookup).judgements[0]
    assert judgement.distance == pytest.approx(18.5)
    assert judgement.intervals == ()


def test_an_unknown_repository_cannot_be_judged() -> None:
    claim = dataclasses.replace(FLASK, repository="pyramid")
    assert judge(claim, ["openhub"], None, lookup).word == "cannot be judged"


def test_a_pair_holds_where_all_its_claims_hold_under_one_definition() -> None:
    verdicts = [judge(claim, ["openhub", "tokei"], None, lookup) for claim in (FLASK, DJANGO)]
    together = {found.definition: found for found in jointly(verdicts)}
    assert together["openhub"].intervals == (Interval(30, 40),)
    assert not together["openhub"].holds_at_head
    assert together["tokei"].intervals == ()


def test_a_share_of_another_repository_can_be_claimed() -> None:
    claim = dataclasses.replace(FLASK, operator="<=", value=1.5, relative_to="django")
    judgement = judge(claim, ["openhub"], None, lookup).judgements[0]
    # 27/17 and 25.2/17 hold or not by themselves; 25.2/16.2 is above, 25.2/13 far above.
    assert judgement.intervals == (Interval(20, 30),)
    assert judgement.at_head is not None
    assert judgement.at_head.value == pytest.approx(24.8 / 13.0)


@pytest.mark.parametrize(
    ("operator", "measured", "expected"),
    [
        ("=", 25.5, True),
        ("=", 25.51, False),
        ("<", 25, False),
        ("<=", 25, True),
        (">", 25.1, True),
        (">=", 24.9, False),
    ],
)
def test_an_operator_holds_as_it_reads(operator: str, measured: float, expected: bool) -> None:
    assert dataclasses.replace(FLASK, operator=operator).holds(measured) is expected


def test_a_value_that_cannot_be_told_holds_under_no_operator() -> None:
    nothing = float("nan")
    assert not any(dataclasses.replace(FLASK, operator=sign).holds(nothing) for sign in ("=", "<", "<=", ">", ">="))
