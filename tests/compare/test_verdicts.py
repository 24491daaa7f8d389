"""The words of a verdict."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace
from typing import Any

import pytest

from analyzer.compare.steps import Steps
from analyzer.compare.verdicts import verdicts
from analyzer.model.claim import NEVER, TRUE, UNKNOWN, WAS_TRUE, Claim, Together, Verdict
from tests.build import at
from tests.compare.test_steps import steps

FLASK = Claim("flask", "25 %", "comment_ratio", "flask", "=", 25, 0.5, "openhub", pair="article")
DJANGO = dataclasses.replace(FLASK, slug="django", repository="django", value=16)
METRICS: Any = {
    "comment_ratio": SimpleNamespace(title="Comment ratio", unit="percent", defined=True),
    "contributors": SimpleNamespace(title="Contributors", unit="people", defined=False),
}
SERIES = {
    ("flask", "openhub"): steps((at("2019-01-01"), 27.0), (at("2020-01-01"), 25.2)),
    ("django", "openhub"): steps((at("2019-01-01"), 17.0), (at("2020-02-01"), 16.2), (at("2021-02-01"), 13.0)),
    ("flask", "tokei"): steps((at("2019-01-01"), 6.0)),
    ("django", "tokei"): steps((at("2019-01-01"), 6.2)),
}
DATE = at("2020-07-01")


def judged(
    *claims: Claim, dates: dict[str, int] | None = None, series: dict[tuple[str, str], Steps] | None = None
) -> tuple[tuple[Verdict, ...], tuple[Together, ...]]:
    by_claim = {(claim.slug, *key): one for claim in claims for key, one in (series or SERIES).items()}
    return verdicts(claims, METRICS, {"openhub": "openhub", "tokei": "tokei"}, dates or {}, by_claim, at("2022-01-01"))


def one(claim: Claim, **rest: Any) -> Verdict:
    (found,), _ = judged(claim, **rest)
    return found


def test_a_verdict_tells_head_spans_and_definitions() -> None:
    found = one(DJANGO)
    assert found.word == WAS_TRUE
    assert found.statement == "comment ratio of django = 16 % (15.5 % to 16.5 %)"
    assert found.told == (
        "On 1 January 2022 under openhub: 13.0 % (comment 26; since 1 February 2021, commit c2), not true.",
        "It held from 1 February 2020 to 1 February 2021.",
        "Once true, and no longer, under openhub; never true under tokei.",
    )


def test_what_was_so_at_the_claims_own_date_is_told() -> None:
    found = one(dataclasses.replace(DJANGO, date="2020-07-01"), dates={"django": DATE})
    assert found.told[1] == (
        "When it was said (2020-07-01): 16.2 % (comment 32; since 1 February 2020, commit c1), true."
    )


def test_a_claim_of_a_definition_is_judged_by_that_alone() -> None:
    assert one(FLASK).word == TRUE
    assert one(dataclasses.replace(FLASK, definition="tokei")).word == NEVER
    assert one(dataclasses.replace(FLASK, definition="any")).word == TRUE
    assert one(dataclasses.replace(FLASK, definition="tokei")).judgements[0].definition == "tokei"


def test_what_never_held_is_told_with_its_nearest_miss() -> None:
    told = one(dataclasses.replace(FLASK, definition="tokei")).told
    assert "It held at no time." in told
    assert "It came nearest on 1 January 2019: 6.0 %, 18.5 points off." in told


def test_a_repository_that_is_not_there_cannot_be_judged() -> None:
    found = one(dataclasses.replace(FLASK, repository="pyramid"))
    assert found.word == UNKNOWN
    assert found.told == ("There is nothing to judge it by: pyramid is not in this comparison, or has no such figure.",)
    assert not found.holds


def test_a_share_is_told_in_percent_of_the_other() -> None:
    found = one(dataclasses.replace(FLASK, operator="<=", value=1.5, relative_to="django"))
    assert found.unit == "share"
    assert found.statement == "comment ratio of flask ≤ 150 % of django’s"
    assert found.told[0].startswith(
        "On 1 January 2022 under openhub: 193.8 % (25 against 13; since 1 February 2021, commit"
    )


def test_people_are_counted_without_a_definition() -> None:
    claim = Claim("c", "many", "contributors", "flask", ">=", 7, 0.5, window="12m")
    found = one(claim, series={("flask", ""): steps((at("2019-01-01"), 8.0))})
    assert found.statement == "contributors of flask (past 12 months) ≥ 7 people"
    assert found.told[0] == "On 1 January 2022: 8 people (comment 16; since 1 January 2019, commit c0), true."
    assert len(found.told) == 2


def test_a_pair_is_told_jointly() -> None:
    _, together = judged(FLASK, DJANGO)
    assert [one.told for one in together] == [
        "The two held together under openhub from 1 February 2020 to 1 February 2021. They do not on 1 January 2022.",
        "The two never held together under tokei.",
    ]


@pytest.mark.parametrize(
    ("scope", "shown"), [("all", ""), ("without-tests", " (without tests)"), ("source", " (source)")]
)
def test_the_statement_says_in_which_part(scope: str, shown: str) -> None:
    assert one(dataclasses.replace(FLASK, scope=scope)).statement.startswith(f"comment ratio of flask{shown} = 25 %")
