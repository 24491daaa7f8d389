"""Cells on one line, and their notes."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.cell_words import cell_text, marked_text, notes
from analyzer.model.comparison import Cell, Column, Row

COLUMNS = [Column(name, f"https://example.org/{name}", "main", "a" * 40, 1, 0) for name in ("flask", "django")]
ROW = Row("commits", "All time", "Commits", "commits", (Cell(1, note="Old."), Cell(2)), "commits")


def test_a_label_stands_in_brackets_behind_its_figure():
    assert cell_text(replace(ROW, unit="change"), Cell(3.14, label="Stable")) == "+3.1 % (Stable)"
    assert cell_text(ROW, Cell(None, label="New")) == "New"
    assert cell_text(ROW, Cell(1234, floor=True)) == "at least 1,234"


def test_a_cell_with_a_note_is_marked():
    assert [marked_text(ROW, cell) for cell in ROW.cells] == ["1*", "2"]


def test_a_note_is_told_once_with_what_it_is_about():
    rows = [replace(ROW, title=f"T{number}", cells=(Cell(1, note="Old."), Cell(1, note="New."))) for number in range(5)]
    assert notes(rows[:1], COLUMNS) == ["T0 of flask: Old.", "T0 of django: New."]
    assert notes(rows, COLUMNS)[0] == "T0 of flask, T1 of flask, T2 of flask and 2 more figures: Old."
    assert notes([ROW], COLUMNS) == ["Commits of flask: Old."]


def test_only_the_columns_that_are_shown_are_told_of():
    row = replace(ROW, cells=(Cell(1), Cell(1, note="Old.")))
    assert notes([row], COLUMNS[:1]) == []
