"""A comparison becomes one HTML page: sections give data, one template makes it HTML."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from analyzer.model import wording
from analyzer.model.blocks import Block, Card, Chart, Section, Table
from analyzer.model.comparison import Comparison
from analyzer.model.layout import Layout
from analyzer.model.shelf import Beside
from analyzer.registry import discover
from analyzer.render import drawing, theme
from analyzer.render.clean import cleaned
from analyzer.render.leading import led
from analyzer.render.packing import pack

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Part:
    """A section with what it shows."""

    section: Section
    blocks: tuple[Block, ...]


def render(
    comparison: Comparison,
    *,
    scratch: Path,
    layout: Layout = Layout(),  # noqa: B008  # immutable
    beside: Beside = Beside(),  # noqa: B008
    headlines: str = "",
) -> str:
    """Return the whole page: the same text for the same arguments, wherever and whenever.

    `scratch` is a folder that may be deleted: it keeps the chart library and drawn pictures. `beside` is what the
    page may lead to in its folder, `headlines` the JSON of what it says about itself. Raises RenderError.
    """
    shelf = layout.arranged((each.name, each) for each in sections())
    return compose(cleaned(comparison), shelf, scratch=scratch, beside=beside, headlines=headlines)


def sections() -> tuple[Section, ...]:
    """Return the sections on the shelf, in reading order."""
    return tuple(
        sorted(discover("analyzer.render.sections", Section).values(), key=lambda item: (item.order, item.name))
    )


def compose(
    comparison: Comparison,
    shelf: Sequence[Section],
    *,
    scratch: Path,
    beside: Beside = Beside(),  # noqa: B008
    headlines: str = "",
) -> str:
    """Return the page made of these sections; those with nothing to say are left out. The comparison is clean."""
    parts = [Part(section, blocks) for section in shelf if (blocks := section.blocks(comparison))]
    parts = [replace(part, blocks=led(part.blocks, anchors(parts))) for part in parts]
    charts = list(_charts(parts))
    script = f"{drawing.bundle(scratch)}\n{_script()}" if charts else _script()
    style = _asset("page.css")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            comparison=comparison,
            parts=parts,
            places={column.name: index for index, column in enumerate(comparison.columns)},
            pictures={chart.slug: drawing.picture(chart.slug, chart.spec, scratch) for chart in charts},
            anchors=anchors(parts),
            data=_data(charts),
            beside=beside,
            link=quote,
            headlines=headlines,
            style=style,
            script=script,
            policy=_policy(script, style),
        )
    )


def anchors(parts: Sequence[Part]) -> dict[str, str]:
    """Return what findings may point to: slug of a row, else of a chart, else of a section -> id in the page."""
    found = {part.section.name: part.section.name for part in parts}
    blocks = [block for part in parts for block in part.blocks]
    found.update({block.slug: block.slug for block in blocks if isinstance(block, Card)})
    found.update({chart.slug: f"chart-{chart.slug}" for chart in _charts(parts)})
    found.update({slug: f"row-{slug}" for block in blocks if isinstance(block, Table) for slug in block.anchors})
    return found


def _charts(parts: Sequence[Part]) -> Iterator[Chart]:
    """Yield all charts in the page's order, those on cards among them."""
    for part in parts:
        for block in part.blocks:
            chart = block.chart if isinstance(block, Card) else block
            if isinstance(chart, Chart):
                yield chart


def _data(charts: Sequence[Chart]) -> str:
    described = {chart.slug: {"spec": _without_rows(chart.spec), "tables": _packed(chart.spec)} for chart in charts}
    data = {"charts": described, "config": theme.config(), "padding": theme.PADDING}
    text = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _without_rows(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in spec.items() if key not in {"datasets", "$schema"}}


def _packed(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {name: pack(rows) for name, rows in spec["datasets"].items()}


def _policy(script: str, style: str) -> str:
    own = f"script-src '{_hash(script)}'; style-src '{_hash(style)}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _script() -> str:
    # One scope of its own, so that nothing meets the names of the chart library.
    return "\n".join(["(() => {", '"use strict";', *map(_asset, ("rows.js", "plot.js", "page.js")), "})();"])


@cache
def _asset(name: str) -> str:
    return (_HERE / "assets" / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(day=wording.day, iso=lambda seconds: wording.moment(seconds).date().isoformat())
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment
