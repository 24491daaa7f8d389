"""Claims put to the test against values over time."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.claims import curve, holding, jointly, judge, values
from analyzer.model.claim import Claim, Interval, Judgement
from tests.build import at
from tests.compare.test_steps import steps

FLASK = Claim("flask", "Flask has 25 %", "comment_ratio", "flask", "=", 25, 0.5, pair="article")
DJANGO = dataclasses.replace(FLASK, slug="django", repository="django", value=16)

VALUES = {
    ("flask", "openhub"): steps((10, 27.0), (20, 25.2), (50, 24.8)),
    ("django", "openhub"): steps((10, 17.0), (30, 16.2), (40, 13.0)),
    ("flask", "tokei"): steps((10, 6.0)),
    ("django", "tokei"): steps((10, 6.2)),
}


def judged(claim: Claim, definition: str = "openhub", date: int | None = None) -> Judgement:
    found = values(claim, lambda repository: VALUES.get((repository, definition)))
    assert found is not None
    return judge(claim, definition, date, found)


def test_a_claim_that_held_and_no_longer_does() -> None:
    judgement = judged(DJANGO, date=35)
    assert judgement.intervals == (Interval(30, 40),)
    assert (judgement.holds_at_date, judgement.holds_at_head) == (True, False)
    assert judgement.nearest is not None
    assert judgement.nearest.sha == "c1"
    assert judgement.nearest.parts == {"comment": 32.4}


def test_the_nearest_miss_says_how_far_off_it_was() -> None:
    judgement = judged(FLASK, "tokei")
    assert judgement.distance == pytest.approx(18.5)
    assert judgement.intervals == ()


def test_an_unknown_repository_has_no_values() -> None:
    assert values(dataclasses.replace(FLASK, repository="pyramid"), lambda repository: None) is None
    known = VALUES["flask", "openhub"]
    claim = dataclasses.replace(FLASK, relative_to="pyramid")
    assert values(claim, lambda repository: known if repository == "flask" else None) is None


def test_a_pair_holds_where_all_its_claims_hold_under_one_definition() -> None:
    found = [(claim, [judged(claim, name) for name in ("openhub", "tokei")]) for claim in (FLASK, DJANGO)]
    together = {one.definition: one for one in jointly(found)}
    assert together["openhub"].intervals == (Interval(30, 40),)
    assert not together["openhub"].holds_at_head
    assert together["tokei"].intervals == ()


def test_a_claim_that_no_definition_changes_counts_under_each() -> None:
    people = dataclasses.replace(FLASK, slug="people", metric="contributors", operator=">=", value=7)
    alone = judge(people, "", None, steps((15, 8.0), (35, 6.0)))
    (together,) = jointly([(people, [alone]), (DJANGO, [judged(DJANGO)])])
    assert (together.definition, together.intervals) == ("openhub", (Interval(30, 35),))


def test_one_claim_of_a_pair_is_not_joined() -> None:
    assert jointly([(FLASK, [judged(FLASK)])]) == ()


def test_claims_without_a_pair_are_not_joined() -> None:
    lonely = dataclasses.replace(FLASK, pair="")
    assert jointly([(lonely, [judged(lonely)])]) == ()


def test_a_share_of_another_repository_can_be_claimed() -> None:
    judgement = judged(dataclasses.replace(FLASK, operator="<=", value=1.5, relative_to="django"))
    # 27/17 and 25.2/17 hold or not by themselves; 25.2/16.2 is above, 25.2/13 far above.
    assert judgement.intervals == (Interval(20, 30),)
    assert judgement.at_head is not None
    assert judgement.at_head.value == pytest.approx(24.8 / 13.0)
    assert judgement.at_head.parts == {"value": 24.8, "other": 13.0}


SIGNS = ["=", "<", "<=", ">", ">="]


@given(st.lists(st.floats(20, 30) | st.just(float("nan")) | st.sampled_from([24.5, 25.0, 25.5]), max_size=9))
@pytest.mark.parametrize("sign", SIGNS)
def test_arrays_hold_where_their_values_do(sign: str, some: list[float]) -> None:
    claim = dataclasses.replace(FLASK, operator=sign)
    many = steps(*enumerate(some))
    assert holding(claim, many).tolist() == [claim.holds(value) for value in some]


def test_a_curve_has_a_point_for_each_month_and_one_for_the_end() -> None:
    known = steps((at("2020-01-10"), 1.0), (at("2020-02-29 23:59:59"), 2.0), (at("2020-03-01"), 3.0))
    found = curve(known, at("2020-03-15"))
    assert found.times == (at("2020-01-31 23:59:59"), at("2020-02-29 23:59:59"), at("2020-03-15"))
    assert found.values == (1.0, 2.0, 3.0)


def test_a_curve_leaves_out_what_cannot_be_told() -> None:
    known = steps((at("2020-01-10"), float("nan")), (at("2020-02-10"), 2.0))
    assert curve(known, at("2020-02-15")).values == (2.0,)
    assert curve(steps((0, 1.0)), 10).times == ()


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
    assert not any(dataclasses.replace(FLASK, operator=sign).holds(nothing) for sign in SIGNS)
