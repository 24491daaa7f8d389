"""The table of a comparison as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.export.formats.csv import csv as form
from analyzer.model.comparison import Cell
from analyzer.model.format import Means
from tests.render import build


def dumps(comparison) -> str:
    text = form.make(comparison, Means(Path()))
    assert isinstance(text, str)
    return text


def lines(comparison) -> dict[str, list[str]]:
    return {line[0]: line for line in csv.reader(io.StringIO(dumps(comparison)))}


def test_there_is_a_column_for_each_repository_and_a_row_for_each_figure():
    found = lines(build.comparison())
    assert found["slug"] == ["slug", "group", "title", "unit", "window", "definition", "flask", "django"]
    assert found["commits"] == ["commits", "All time", "Commits", "commits", "all time", "", "5531", "11062"]
    assert len(found) == 1 + len(build.comparison().rows)


def test_numbers_are_plain_dates_are_iso_and_the_unknown_is_empty():
    found = lines(build.comparison())
    assert found["comment-ratio"][-2:] == ["24.2", "23.2"]
    assert found["first-commit"][-1] == "2010-04-06"
    assert found["commits-30d"][-2:] == ["", ""]
    assert found["language"][-1] == "Python"


def test_lines_end_as_the_standard_says():
    assert dumps(build.comparison()).endswith("\r\n")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@sum", "\tx", "  =1", "＝1"])
def test_no_text_is_run_as_a_formula(formula):
    plain = build.comparison([formula])
    row = replace(plain.rows[0], cells=(Cell(formula),))
    found = lines(replace(plain, rows=(row,)))
    assert (found["slug"][-1], found["activity"][-1]) == (f"'{formula}", f"'{formula}")


def test_a_negative_number_is_no_formula():
    assert float(lines(build.comparison())["year-over-year"][-1]) == pytest.approx(-27.6)


def test_commas_quotes_and_line_feeds_in_names_stay_in_their_cell():
    name = 'a,"b"\nc'
    assert lines(build.comparison([name]))["slug"][-1] == name
