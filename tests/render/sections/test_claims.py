"""Claims as cards."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Card
from analyzer.render.sections.claims import claims
from tests.render import build
from tests.render.sections.conftest import small


def card(comparison) -> Card:
    (found,) = claims.blocks(comparison)
    assert isinstance(found, Card)
    return found


def test_it_is_as_it_was(check_gold):
    check_gold(claims)


def test_a_sentence_is_one_card_with_all_that_it_claims():
    found = card(small())
    assert (found.word, [one.word for one in found.tested]) == ("was true", ["true", "was true"])
    assert found.chart is not None
    data = found.chart.spec["datasets"]
    assert data["claimed"] == [{"repository": "flask", "claim": 25}, {"repository": "django", "claim": 24}]
    assert data["spans"] == [{"from": (build.END - 120 * build.DAY) * 1000, "to": (build.END - 90 * build.DAY) * 1000}]


def test_a_share_is_drawn_in_percent():
    known = small()
    verdict = replace(
        known.claims[0], unit="share", claim=replace(known.claims[0].claim, value=0.1, relative_to="django")
    )
    saying = replace(known.sayings[0], claims=(verdict.claim.slug,))
    found = card(replace(known, claims=(verdict,), sayings=(saying,)))
    assert found.chart is not None
    assert found.chart.title == "Comment ratio, as a share of django’s"
    assert found.chart.spec["datasets"]["claimed"] == [{"repository": "flask", "claim": 10.0}]
    assert found.chart.spec["datasets"]["points"][0]["value"] == 2000.0


def test_claims_without_a_scale_in_common_have_no_picture():
    known = small()
    other = replace(known.claims[1], unit="people")
    assert card(replace(known, claims=(known.claims[0], other))).chart is None


def test_a_claim_that_cannot_be_judged_has_no_picture():
    known = small()
    silent = tuple(replace(one, curve=type(one.curve)()) for one in known.claims)
    assert card(replace(known, claims=silent)).chart is None


def test_without_claims_there_is_no_section():
    assert claims.blocks(build.comparison()) == ()
