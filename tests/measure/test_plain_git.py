"""Command lines for git alone: what they are made of, and what has none. `tests/stages/test_auditing.py` runs them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from analyzer.measure.windows import bounds
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS, Metric, Options
from analyzer.model.people import Alias, People
from analyzer.stages.measurement import metrics
from tests.build import OPENHUB, at

END = at("2020-07-01")
SHA = "0123456789" * 4
PLAIN = [metric for metric in metrics().values() if metric.plain]
# Nothing but these starts a program.
PROGRAMS = {"git", "awk", "sort", "head", "tail", "wc", "tr", "grep", "LC_ALL=C"}


def line(name: str, commit: str = SHA, **asked: Any) -> str:
    return metrics()[name].in_git(commit, END, Options(OPENHUB, **{"identity": "openhub", **asked}))


@pytest.mark.parametrize("metric", PLAIN, ids=lambda metric: metric.name)
def test_a_command_is_made_of_known_programs_the_hash_and_numbers(metric: Metric) -> None:
    for window in (Options(OPENHUB).window, TWELVE_MONTHS, THIRTY_DAYS):
        command = metric.in_git(SHA, END, Options(OPENHUB, window=window, identity="openhub"))
        outside = re.sub(r"'[^']*'|\"[^\"]*\"", "QUOTED", command)
        assert {step.split()[0] for step in outside.split("|") if step} <= PROGRAMS
        assert re.search(r"[;&`$<>\n]", outside) is None
        assert not command or SHA in command


@pytest.mark.parametrize("commit", ["HEAD", "$(id)", f"{SHA};id", SHA[:12], "", f"{SHA}\n"])
def test_what_is_no_whole_hash_becomes_no_command(commit: str) -> None:
    with pytest.raises(ValueError, match="whole hash"):
        line("commits", commit)


def test_a_page_may_name_a_variable_instead() -> None:
    assert line("commits", "$C") == "git rev-list --count $C"
    assert line("contributors", "$C", identity="mailmap").startswith('git -c "mailmap.blob=$C:.mailmap" log')


def test_a_window_is_one_of_author_dates() -> None:
    after, until = bounds(TWELVE_MONTHS, END)
    assert f"$1>{after} && $1<={until}" in line("commits", window=TWELVE_MONTHS)
    assert "rev-list --count" in line("commits")


@pytest.mark.parametrize(
    "asked",
    [
        {"by": "month"},
        {"scopes": frozenset({"source"})},
        {"credit": "committer"},
        {"merges": False},
        {"bots": "without"},
    ],
)
def test_what_git_cannot_leave_out_has_no_command(asked: dict[str, Any]) -> None:
    assert line("commits")
    assert line("commits", **asked) == ""


def test_rules_for_people_that_git_does_not_know_have_none() -> None:
    assert all(line("contributors", identity=rule) for rule in ("raw", "openhub", "mailmap"))
    assert line("contributors", identity="folded") == ""
    assert line("contributors", people=People(persons=(Alias("Ada", ("Ada L",)),))) == ""
    assert line("contributors", people=People(mailmap="Ada <a@example.org> <b@example.org>")) == ""
    assert line("commits", people=People(persons=(Alias("Ada", ("Ada L",)),)))


def test_a_metric_without_one_says_so() -> None:
    assert line("comment_ratio") == ""
    assert replace(metrics()["commits"], plain=None).in_git(SHA, END, Options(OPENHUB)) == ""
