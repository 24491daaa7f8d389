"""A comparison becomes one HTML page: sections give data, one template makes it HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from analyzer.model.blocks import Block, Card, Chart, Section, Table
from analyzer.model.column_words import IN_PART
from analyzer.model.comparison import Comparison
from analyzer.model.layout import Layout
from analyzer.model.shelf import Beside
from analyzer.registry import discover
from analyzer.render import drawing, theme
from analyzer.render.clean import cleaned
from analyzer.render.footnotes import footnotes
from analyzer.render.leading import led
from analyzer.render.library import Library, digest, library
from analyzer.render.packing import deflated, pack
from analyzer.render.references import references
from analyzer.render.templating import asset, environment

_SCRIPTS = ("rows.js", "plot.js", "multiples.js", "marks.js", "page.js")


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
    vega = library(scratch) if charts else None
    script, style = _script(), asset("page.css")
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            comparison=comparison,
            in_part=IN_PART,
            parts=parts,
            places={column.name: index for index, column in enumerate(comparison.columns)},
            pictures={chart.slug: drawing.picture(chart.slug, chart.spec, scratch) for chart in charts},
            anchors=anchors(parts),
            footnotes=footnotes(comparison),
            references=references(block for part in parts for block in part.blocks),
            library=vega.packed if vega else "",
            data=deflated(_data(charts, vega, scratch)),
            beside=beside,
            link=quote,
            headlines=headlines,
            style=style,
            script=script,
            policy=_policy(script, style, vega),
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


def _data(charts: Sequence[Chart], vega: Library | None, scratch: Path) -> str:
    described = {chart.slug: _described(chart.spec, scratch) for chart in charts}
    data = {"charts": described, "padding": theme.PADDING, "library": vega.digest if vega else ""}
    return json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def _described(spec: Mapping[str, Any], scratch: Path) -> dict[str, Any]:
    return {
        "meta": spec["usermeta"],
        "params": {param["name"]: param["value"] for param in spec.get("params", ())},
        "spec": drawing.compiled(spec, scratch),
        "tables": {name: pack(rows) for name, rows in spec["datasets"].items()},
    }


def _policy(script: str, style: str, vega: Library | None) -> str:
    scripts = " ".join(f"'{one}'" for one in (digest(script), *([vega.digest] if vega else [])))
    return f"default-src 'none'; script-src {scripts}; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"


def _script() -> str:
    # One scope of its own, so that nothing meets the names of the chart library; it waits for the data.
    return "\n".join(["(async () => {", '"use strict";', *map(asset, _SCRIPTS), "})();"])
