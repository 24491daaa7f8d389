"""`diptych history`."""

from __future__ import annotations

import json

from analyzer.model.history import FAILED, OK, Round, Visit

ROUNDS = [
    Round(
        2,
        "Two",
        1_600_000_000,
        1_600_000_009,
        (
            Visit("flask", "https://example.org/flask", OK, "main", "a" * 40, 5, 1_234, notes=("flask: \x1b[31mred",)),
            Visit("django", "django", FAILED, detail="the host was not found"),
        ),
    ),
    Round(1, "Two", 1_599_000_000, 1_599_000_000, ()),
]


def test_refreshes_are_listed_with_what_they_found(pipeline, diptych):
    pipeline.rounds = ROUNDS
    ran = diptych("history")
    assert ran.code == 0
    head, first, second, third = (line.split("  ") for line in ran.out.splitlines())
    assert head[0] == "Refresh"
    assert first[0] == "2020-09-13 12:26:40 UTC"
    assert [word.strip() for word in first if word.strip()][1:] == [
        "9 s",
        "flask",
        "aaaaaaaaaa",
        "1,234",
        "ok",
        "flask: \ufffd[31mred",
    ]
    assert [word.strip() for word in second if word.strip()] == ["django", "failed", "the host was not found"]
    assert third[0] == "2020-09-01 22:40:00 UTC"


def test_as_json_they_have_all_figures(pipeline, diptych):
    pipeline.rounds = ROUNDS
    told = json.loads(diptych("history", "--limit", "1", "--json").out)
    assert [one["number"] for one in told] == [2]
    assert told[0]["repositories"][1]["detail"] == "the host was not found"


def test_without_a_refresh_it_says_so(pipeline, diptych):
    assert diptych("history").out == "There was no refresh yet.\n"
    assert diptych("history", "--json").out == "[]\n"
