"""`diptych ranking`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from analyzer.model.ranking import RANKED, Order, Rung


@pytest.fixture
def ranked(pipeline, monkeypatch):
    """A pipeline that ranks its repositories."""
    plain = pipeline.compare
    values = {"all": (25.2, None), "source": (44.5, 18.2), "without-tests": (39.6, 18.1)}

    def compare(session, specs, **options):
        rungs = tuple(Rung("openhub", "Open Hub", "", True, scope, values[scope]) for scope in RANKED)
        orders = tuple(Order("fl\x07ask", "django", "openhub", scope, 1, 10, ((10, 1),)) for scope in RANKED)
        return replace(plain(session, specs, **options), ladder=rungs, orders=orders)

    monkeypatch.setattr(pipeline, "compare", compare)
    return pipeline


def test_the_ladder_and_the_sentences_are_told(configured, ranked, diptych):
    lines = diptych("ranking").out.splitlines()
    assert lines[0].split("  ")[0] == "definition"
    assert lines[1].split() == [
        "openhub",
        "comment",
        "25.2",
        "%",
        "–",
        "44.5",
        "%",
        "18.2",
        "%",
        "39.6",
        "%",
        "18.1",
        "%",
    ]
    assert lines[-3:] == [
        "fl\ufffdask stands above django under openhub.",
        "The same holds for the source alone and all but tests.",
        "Today’s order of fl\ufffdask and django has stood since January 1970 under openhub.",
    ]


def test_scripts_get_every_order(configured, ranked, diptych):
    told = json.loads(diptych("ranking", "--json").out)
    assert told["repositories"] == ["flask", "django"]
    assert told["orders"][0]["turns"] == [[10, 1]]
    assert told["ladder"][0]["values"] == [25.2, None]


def test_the_question_reaches_the_pipeline(configured, ranked, diptych):
    diptych("ranking", "--as-of", "2016-01-01", "--definition", "cloc")
    ((_, asked),) = ranked.asked
    assert (asked["as_of"], asked["definition"], asked["update"]) == ("2016-01-01", "cloc", False)


def test_one_repository_has_no_order(configured, ranked, diptych):
    ran = diptych("ranking", "-r", "flask")
    assert ran.code == 2
    assert ran.err.splitlines()[0] == "error: one repository has no order"


def test_a_repository_that_fails_is_told(configured, ranked, diptych):
    ranked.broken = frozenset({"django"})
    ran = diptych("ranking")
    assert ran.code == 4
    assert "django could not be read" in ran.err
