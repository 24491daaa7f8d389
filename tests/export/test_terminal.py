"""The comparison in a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from analyzer.export.formats.terminal import terminal
from analyzer.model.comparison import Cell
from analyzer.model.format import Means
from analyzer.render.clean import cleaned
from tests.render import build


def text(comparison, **means) -> str:
    return terminal.make(comparison, Means(Path(), **means))


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("names", [("one",), ("flask", "django"), tuple(f"repository-{n}" for n in range(12))])
def test_no_line_is_wider_than_the_terminal(width, names):
    shown = text(build.judged(build.comparison(names, months=40, commits=20)), width=width)
    assert max(map(cell_len, shown.splitlines())) <= width


def test_a_narrower_one_is_taken_for_40_columns():
    made = build.comparison(months=14, commits=5)
    assert text(made, width=10) == text(made, width=40)


def test_every_figure_of_every_repository_is_there_however_many_there_are():
    names = tuple(f"repository-{n}" for n in range(12))
    shown = text(build.comparison(names, months=14, commits=5))
    assert all(f"{5531 * n:,}" in shown for n in range(1, 13))
    assert shown.count("Side by side") == 4


def test_numbers_stand_below_each_other():
    lines = text(build.comparison(months=14, commits=5)).splitlines()
    ends = {len(line) for line in lines if re.match(r"  (Contributors|Commits|Lines of code)  ", line)}
    assert len(ends) == 1


def test_there_is_no_escape_sequence_without_colour_and_some_with():
    made = build.comparison(months=14, commits=5)
    assert "\x1b" not in text(made)
    coloured = text(made, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r" +$", "", re.sub(r"\x1b\[[0-9;]*m", "", coloured), flags=re.MULTILINE) == text(made)


def test_marks_of_the_library_in_names_stay_text():
    made = cleaned(build.comparison(["[red]x[/red]", ":smile:"], months=14, commits=5))
    row = replace(made.rows[0], cells=(Cell("[bold]"), Cell("[link=http://x]y")))
    shown = text(replace(made, rows=(row,)))
    assert all(name in shown for name in ("[red]x[/red]", ":smile:", "[bold]", "[link=http://x]y"))


def test_a_label_of_many_words_stands_below_its_figure():
    made = build.comparison(months=14, commits=5)
    row = replace(made.rows[4], cells=(Cell(8, label="Large, active development team"), Cell(9)))
    assert re.search(r"8 +9\n +\(Large, active", text(replace(made, rows=(row,))))


def test_nothing_compared_is_a_heading_only():
    assert text(build.empty()) == "Nothing yet\nFigures as of 18 June 2026\n"
