"""The short table at the end of a command that makes a report."""

from __future__ import annotations

from dataclasses import replace

from analyzer.cli.outcome import INCOMPLETE, summary, told_unread
from analyzer.model.comparison import AtAge, Cell, Row
from analyzer.model.uncounted import NotCounted, Reason
from tests.cli.fake import comparison


def test_it_ends_with_the_figures_at_the_age_of_the_youngest_only():
    row = Row("lines-at-age", "At the same age", "Lines of code", "lines", (Cell(10), Cell(None)), "lines")
    plain = comparison(["flask", "django"])
    rows = summary(replace(plain, at_age=(AtAge(16.2, (1, 1), (row,)), AtAge(1.0, (1, 1), (row,))))).rows
    assert rows == (*summary(plain).rows, ("Lines of code (at 16.2 years)", "10", "–"))


def test_an_earlier_state_is_exit_4_but_not_where_carried_facts_stand_in(capsys):
    trouble = NotCounted("flask", Reason.NOT_UPDATED, "flask", "the host was not found")
    stale = comparison(["flask", "django"], (trouble,))
    assert told_unread(stale, ["flask", "django"], update=True) == INCOMPLETE
    assert "flask could not be brought up to date" in capsys.readouterr().err
    assert told_unread(stale, ["flask", "django"], update=False) == 0
    first, second = stale.columns
    carried = replace(stale, columns=(replace(first, note="As of then, from bundled facts"), second))
    assert told_unread(carried, ["flask", "django"], update=True) == 0
    assert capsys.readouterr().err == ""
