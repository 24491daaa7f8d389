"""`diptych check`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from analyzer.model.claim import Claim, Interval, Judgement, Sighting, Together, Verdict
from tests.cli.conftest import TWO

CLAIM = """
[[claim]]
name = "quarter"
text = "A quarter of Flask is comments"
said_by = "somebody"
repository = "flask"
metric = "comment_ratio"
definition = "openhub"
value = 25
must_hold = {must_hold}
"""


def verdict(claim: Claim, *, holds: bool) -> Verdict:
    seen = Sighting(25.2, 10, "a" * 40, {"comment": 1})
    judgement = Judgement("openhub", seen, holds, None, False, (Interval(10, None),), seen, float("nan"))
    return Verdict(claim, "percent", (judgement,), "comment ratio of flask = 25 %", ("At the head \x1b[31m25.2 %.",))


@pytest.fixture
def checked(pipeline, diptych, tmp_path, monkeypatch):
    """Run `check` on a configuration with one claim, of which the pipeline says whether it holds."""
    plain = pipeline.compare

    def run(*words: str, holds: bool = True, must_hold: bool = True):
        def compare(session, specs, *, claims, **options):
            found = tuple(verdict(claim, holds=holds) for claim in claims)
            together = (Together("p", "openhub", ("quarter",), (Interval(10, None),), True, "The two held."),)
            return replace(plain(session, specs, claims=claims, **options), claims=found, together=together)

        monkeypatch.setattr(pipeline, "compare", compare)
        text = TWO + CLAIM.format(must_hold=str(must_hold).lower())
        (tmp_path / "diptych.toml").write_text(text, encoding="utf-8")
        return diptych("check", *words)

    return run


def test_the_verdict_is_told_with_its_evidence(checked):
    ran = checked()
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "TRUE  quarter, must hold",
        "  “A quarter of Flask is comments”",
        "  said by somebody",
        "  tested: comment ratio of flask = 25 %",
        "    At the head \ufffd[31m25.2 %.",
        "",
        "p: The two held.",
        "1 of 1 claim true on 1 January 1970; 1 of 1 that must hold do",
    ]


def test_a_claim_that_must_hold_and_does_not_fails(checked):
    ran = checked(holds=False)
    assert ran.code == 1
    assert ran.err.splitlines()[-1] == "error: 1 claim that must hold does not: quarter"
    assert "WAS TRUE  quarter" in ran.out


def test_a_claim_that_need_not_hold_does_not_fail(checked):
    ran = checked(holds=False, must_hold=False)
    assert ran.code == 0
    assert "error" not in ran.err
    assert ran.out.splitlines()[-1] == "0 of 1 claim true on 1 January 1970"


def test_scripts_get_everything(checked):
    told = json.loads(checked("--json").out)
    assert set(told) == {"claims", "together"}
    (one,) = told["claims"]
    assert one["claim"]["slug"] == "quarter"
    assert one["judgements"][0]["intervals"] == [{"start": 10, "end": None}]
    assert one["judgements"][0]["distance"] is None


def test_the_remotes_are_asked_unless_told_otherwise(checked, pipeline):
    checked()
    checked("--offline", "--as-of", "2020-07-01")
    (_, first), (_, second) = pipeline.asked
    assert (first["update"], second["update"], second["as_of"]) == (True, False, "2020-07-01")


def test_one_claim_can_be_chosen(checked):
    ran = checked("--claim", "quater")
    assert ran.code == 2
    assert ran.err.splitlines() == ["error: there is no claim called 'quater'", "hint: did you mean quarter?"]
    assert checked("--claim", "quarter").code == 0


def test_a_repository_that_fails_is_told(checked, pipeline):
    pipeline.broken = frozenset({"django"})
    assert checked().code == 4
    assert checked(holds=False).code == 1


def test_without_claims_there_is_nothing_to_check(configured, diptych):
    ran = diptych("check")
    assert ran.code == 2
    assert ran.err.startswith("error: the configuration has no claim to check")
