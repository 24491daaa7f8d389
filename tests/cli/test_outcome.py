"""The short table at the end of a command that makes a report."""

from __future__ import annotations

from dataclasses import replace

from analyzer.cli.outcome import summary
from analyzer.model.comparison import AtAge, Cell, Row
from tests.cli.fake import comparison


def test_it_ends_with_the_figures_at_the_age_of_the_youngest_only():
    row = Row("lines-at-age", "At the same age", "Lines of code", "lines", (Cell(10), Cell(None)), "lines")
    plain = comparison(["flask", "django"])
    rows = summary(replace(plain, at_age=(AtAge(16.2, (1, 1), (row,)), AtAge(1.0, (1, 1), (row,))))).rows
    assert rows == (*summary(plain).rows, ("Lines of code (at 16.2 years)", "10", "–"))
