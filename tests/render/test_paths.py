"""SVG paths in fewer characters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.render.paths import shortened

COORDINATE = st.integers(-100_000, 100_000).map(lambda value: value / 100)


def drawn(path: str) -> list[tuple[float, float]]:
    """Return the corners of a path of M, L, h, v and l."""
    x = y = 0.0
    corners = []
    for command, numbers in re.findall(r"([MLlhv])([^MLlhv]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command in "ML":
            x, y = values
        elif command == "l":
            x, y = x + values[0], y + values[1]
        else:
            x, y = (x + values[0], y) if command == "h" else (x, y + values[0])
        corners.append((x, y))
    return corners


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=1, max_size=50))
def test_corners_move_by_no_more_than_half_a_tenth_however_long_the_line(corners):
    path = "M" + "L".join(f"{x},{y}" for x, y in corners)
    (short,) = re.findall(' d="(.*)"', shortened(f'<path d="{path}"/>'))
    assert [pytest.approx(corner, abs=0.0501) for corner in corners] == drawn(short)


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("M0,0L10,0L10,5.25L20,5", "M0,0h10v5.2l10,-.2"),
        ("M100.04,3h20v1Z", "M100.04,3h20v1Z"),
        ("M1,1L2,2L1,3Z", "M1,1l1,1l-1,1Z"),
        ("M0,0H5V6", "M0,0h5v6"),
        ("M2,0A2,2,0,1,1,-2,0", "M2,0A2,2,0,1,1,-2,0"),
        ("M0,0L1e-7,5", "M0,0v5"),
    ],
)
def test_steps_become_relative_and_curves_stay(path, short):
    assert shortened(f'<path d="{path}"/>') == f'<path d="{short}"/>'


def test_a_line_after_a_closed_one_starts_where_it_should():
    assert shortened('<path d="M5,5L6,6ZL5,7"/>') == '<path d="M5,5l1,1Zv2"/>'


def test_words_are_no_paths():
    svg = '<text aria-label="M0,0L5,5">M0,0L5,5</text>'
    assert shortened(svg) == svg
