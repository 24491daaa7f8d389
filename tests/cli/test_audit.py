"""`diptych audit` and receipts, on a small repository of their own."""

from __future__ import annotations

import json
import sqlite3

from tests.cli.test_verify import workspace

__all__ = ["workspace"]


def test_every_figure_is_shown_with_gits(workspace, diptych):
    ran = diptych("--jobs", "1", "audit", "--commands")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].split() == ["Repository", "Figure", "Diptych", "git", "Result"]
    assert "one Commits (all time) 9 9 match" in [" ".join(line.split()) for line in lines]
    assert "commits:" in lines
    assert lines[-1].endswith("figures as git has them; 2 figures cannot be told")


def test_a_mismatch_is_exit_1(workspace, diptych):
    diptych("--jobs", "1", "refresh", "--history-only")
    with sqlite3.connect(workspace / "cache" / "diptych.sqlite") as connection:
        connection.execute("update changes set added = added + 1 where added > 0")
    ran = diptych("--jobs", "1", "--quiet", "audit")
    assert ran.code == 1
    wrong = [" ".join(line.split()) for line in ran.out.splitlines() if line.endswith("mismatch")]
    assert any(line.startswith("one Lines added (past 12 months) ") for line in wrong)
    assert "not as git has them" in ran.out
    told = json.loads(diptych("--jobs", "1", "--quiet", "audit", "--json").out)
    assert {one["match"] for one in told} == {True, False}
    assert {"slug", "value", "git", "command"} <= set(told[0])


def test_a_receipt_is_printed_behind_what_the_metric_means(workspace, diptych):
    ran = diptych("--jobs", "1", "explain", "commits", "--repository", "one", "--window", "12m")
    assert ran.code == 0
    assert ran.out.startswith("commits: Commits\n")
    receipt = ran.out.partition("\none\n")[2].splitlines()
    assert receipt[0] == "  value               9 commits"
    assert any(line.startswith("  window              12 months: after 2019-01-10 ") for line in receipt)
    assert receipt[-2] == "  with git alone, in a clone:"
    assert receipt[-1].startswith("git log --format=%at ")


def test_a_figure_that_git_cannot_give_says_so(workspace, diptych):
    ran = diptych("--jobs", "1", "explain", "metric", "comment_ratio", "-r", "one")
    assert ran.out.splitlines()[-1] == "  with git alone: no command gives it"
    (told,) = json.loads(diptych("--jobs", "1", "explain", "comment_ratio", "-r", "one", "--json").out)
    assert (told["command"], told["definition"], told["repository"]) == ("", "openhub", "one")


def test_options_that_mean_nothing_are_refused(workspace, diptych):
    ran = diptych("explain", "commits", "--window", "12m")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: --window has no effect without --repository")
    ran = diptych("explain", "definition", "openhub", "-r", "one")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: only a metric has a figure of a repository")
    ran = diptych("explain", "comits", "-r", "one")
    assert ran.err.startswith("error: there is no metric called 'comits'\nhint: did you mean commits")
    ran = diptych("explain", "comment_ratio", "-r", "one", "--window", "12m")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: comment_ratio has no --window")
