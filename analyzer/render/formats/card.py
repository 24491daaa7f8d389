"""A picture for links in social networks and chats: names, the figures that say most, commits by year."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.model import wording
from analyzer.model.by_year import Course, courses
from analyzer.model.comparison import Comparison
from analyzer.model.format import Means, written_as
from analyzer.render.raster import png
from analyzer.render.templating import fill

FAMILY = "Liberation Sans"
"""A font that the drawing library brings: the picture is the same on every machine."""
_WIDTH, _MARGIN, _GAP = 1200, 64, 40
_PANELS = 4
_FIGURES = (
    ("lines", "lines of code"),
    ("comment-ratio", "comments, by {}"),
    ("contributors-12m", "contributors in 12 months"),
)
_FLOOR, _HIGHEST = 570, 68
"""Where the bars stand, and how high the highest is, in pixels."""
_LETTER = 0.52
"""Mean width of a letter of the bold font, in its size; wide letters of other scripts count double."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One year."""

    x: float
    y: int
    width: float
    height: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One repository."""

    place: int
    x: int
    width: int
    name: str
    figures: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]


@written_as(title="A picture of 1200 by 630 pixels, for links", suffix=".card.png", printed=False)
def card(comparison: Comparison, means: Means) -> bytes:
    """Return a PNG. Raises RenderError."""
    return png(svg(comparison))


def svg(comparison: Comparison) -> str:
    """Return the drawing that the picture is made of."""
    count = min(len(comparison.columns), _PANELS)
    commits = next((course for course in courses(comparison) if course.unit == "commits"), None)
    more = len(comparison.columns) - count
    size = 56 if _wide(comparison.title, 56) <= _WIDTH - 2 * _MARGIN else 40
    return fill(
        "card.svg.j2",
        comparison=comparison,
        family=FAMILY,
        title=_cut(comparison.title, size, _WIDTH - 2 * _MARGIN),
        title_size=size,
        panels=[_panel(comparison, place, count, commits) for place in range(count)],
        bars_title=_bars_title(comparison, commits, count),
        others=f"and {wording.number(more)} more" if more else "",
    )


def _bars_title(comparison: Comparison, commits: Course | None, panels: int) -> str:
    if commits is None:
        return ""
    differ = "; scales differ" if panels > 1 else ""
    return f"Commits by year, {commits.first_year} to {wording.day(comparison.end)}{differ}"


def _panel(comparison: Comparison, place: int, count: int, commits: Course | None) -> Panel:
    width = (_WIDTH - 2 * _MARGIN - _GAP * (count - 1)) // count
    x = _MARGIN + place * (width + _GAP)
    name = comparison.columns[place].name
    rows = {row.slug: row for row in comparison.rows}
    figures = tuple(
        (
            _cut(wording.figure(rows[slug].cells[place].value, rows[slug].unit), 38, width),
            label.format(rows[slug].definition),
        )
        for slug, label in _FIGURES
        if slug in rows
    )
    values = next((values for whose, values in commits.rows if whose == name), ()) if commits else ()
    return Panel(place, x, width, _cut(name, 32, width), figures, _bars(values, x, width))


def _bars(values: tuple[float | None, ...], x: int, width: int) -> tuple[Bar, ...]:
    most = max((value for value in values if value is not None), default=0)
    step = min(width / max(len(values), 1), 90)
    heights = [round(_HIGHEST * value / most) if value and most else 0 for value in values]
    return tuple(
        Bar(round(x + place * step, 1), _FLOOR - height, round(step - 4, 1), height)
        for place, height in enumerate(heights)
        if height
    )


def _cut(text: str, size: int, room: int) -> str:
    """Return as much of the text as there is room for, on one line."""
    line = " ".join(text.split())
    if _wide(line, size) <= room:
        return line
    while line and _wide(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line}…"


def _wide(text: str, size: int) -> float:
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) * _LETTER * size
