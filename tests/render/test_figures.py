"""Cells as text."""

from __future__ import annotations

import pytest

from analyzer.model.comparison import Cell, Row
from analyzer.render.figures import cell_lines, cell_text, parts_text, row_bars


def row(unit: str, *cells: Cell) -> Row:
    return Row("slug", "group", "Title", unit, cells, "metric")


@pytest.mark.parametrize(
    ("unit", "cell", "text"),
    [
        ("commits", Cell(34712), "34,712"),
        ("percent", Cell(25.154), "25.2 %"),
        ("dollars", Cell(134460.9), "$134,461"),
        ("date", Cell(1781797069), "18 June 2026"),
        ("change", Cell(-37.76, label="Decreasing"), "−37.8 % (Decreasing)"),
        ("label", Cell("Python"), "Python"),
        ("label", Cell("High", label="High"), "High"),
        ("label", Cell(None, label="No activity"), "No activity"),
        ("commits", Cell(None), "–"),
        ("commits", Cell(0), "0"),
    ],
)
def test_a_cell_is_one_line_with_its_label_in_brackets(unit, cell, text):
    assert cell_text(row(unit, cell), cell) == text


def test_on_the_page_label_and_note_stand_below():
    cell = Cell(-37.76, label="Decreasing", note="At least.")
    assert cell_lines(row("change", cell), cell) == "−37.8 %\nDecreasing\nAt least."


def test_bars_are_shares_of_the_largest():
    assert row_bars(row("commits", Cell(5), Cell(20), Cell(None))) == (0.25, 1.0, None)


@pytest.mark.parametrize(
    "cells",
    [(Cell(5),), (Cell(0), Cell(0)), (Cell(-1), Cell(2)), (Cell("High"), Cell("Low")), (Cell(None), Cell(2))],
)
def test_there_is_no_bar_where_it_would_say_nothing(cells):
    assert set(row_bars(row("commits", *cells))) == {None}


@pytest.mark.parametrize("unit", ["date", "change", "label", "years"])
def test_dates_and_changes_have_no_bars(unit):
    assert row_bars(row(unit, Cell(1), Cell(2))) == (None, None)


def test_parts_are_named_with_their_numbers():
    assert parts_text(Cell(1, {"code": 10491, "person_years": 2.44})) == "code 10,491, person years 2.4"
    assert parts_text(Cell(1)) == ""
