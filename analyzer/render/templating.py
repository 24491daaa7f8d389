"""Templates and what lies beside them: text is escaped by Jinja, missing values are errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.model import wording
from analyzer.render.theme import COLOURS

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_LIGHT = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_TEXT = ("#0068a3", "#ad4c00", "#00734f", "#9c4876", "#865c00", "#1b6e9e")


def fill(name: str, **values: object) -> str:
    """Return the template of this name, filled."""
    return environment().get_template(name).render(**values)


@cache
def asset(name: str) -> str:
    """Return a file of `assets/`."""
    return (_HERE / "assets" / name).read_text(encoding="utf-8").strip()


def ink(place: int) -> str:
    """Return the colour of a repository's name on white, for what knows no style sheet: that of `--t1` to `--t6`."""
    return _TEXT[place % COLOURS]


def line(place: int) -> str:
    """Return the colour of its lines and bars: that of `--r1` to `--r6`."""
    return _LIGHT[place % COLOURS]


@cache
def environment() -> Environment:
    """Return the templates."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.globals.update(
        day=wording.day,
        ink=ink,
        line=line,
        iso=lambda seconds: wording.moment(seconds).date().isoformat(),
        words=lambda text: [(part, bool(index % 2)) for index, part in enumerate(text.split("`"))],
    )
    found.tests["kind"] = lambda block, name: type(block).__name__ == name
    return found
