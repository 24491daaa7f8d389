"""What vl-convert makes of a chart: a picture that needs no script, and the spec that Vega runs in the browser."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.parsers import expat

from analyzer.errors import RenderError
from analyzer.render import theme
from analyzer.render.library import VEGA_LITE, release
from analyzer.render.output import write
from analyzer.render.panels import WIDTH as PANEL_WIDTH
from analyzer.render.paths import shortened
from analyzer.render.thinning import thin, thin_stack

_KEPT = 400
_ELEMENTS = frozenset({"svg", "g", "path", "text", "tspan", "rect", "line", "defs", "clipPath"})
_CLIP = re.compile(r'(id="|url\(#)clip(\d+)')
_TAG = re.compile(r'<\w+(?: [\w:-]+="[^"]*")+ ?/?>')
_SPARE = re.compile(
    r' (?:(?:role|class|aria-[a-z]+|pointer-events)="[^"]*"|(?:fill-|stroke-)?opacity="1"|stroke-width="1"'
    r'|font-family="system-ui, sans-serif"|font-size="12px"'
    r'|[xy]2="0"|transform="translate\(0,0\)")'
)
"""Attributes that say what is usual or what the style sheet says, or that are for readers of the picture's parts."""
_NOTHING = re.compile(r'<path(?: [\w-]+="[^"]*")* d="(?:M0,0h0v0h0Z)?"(?: [\w-]+="[^"]*")*/>')
_SLICE = 1.5
"""Pixels of width within which a line is thinned to its extremes."""
_STACKED = 100
"""Points of each part of a stack."""


def picture(slug: str, spec: Mapping[str, Any], scratch: Path) -> str:
    """Return the chart as SVG that needs no script, drawn anew only if it was not drawn before.

    `slug` keeps its ids apart from those of other pictures on the page. Raises RenderError.
    """
    text = json.dumps({**spec, "datasets": _thinned(spec), "config": theme.config()}, sort_keys=True)
    kept = scratch / "pictures" / f"{_key(slug, text)}.svg"
    if kept.is_file():
        return _checked(kept.read_text(encoding="utf-8"))
    import vl_convert

    try:
        drawn = vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE, allowed_base_urls=[])
    except ValueError as error:
        raise RenderError(f"could not draw the chart {slug}: {error}") from error
    svg = _checked(_tidied(drawn, slug))
    _keep(svg, kept)
    return svg


def compiled(spec: Mapping[str, Any], scratch: Path) -> dict[str, Any]:
    """Return what Vega runs: the chart without its rows, compiled only if it was not compiled before."""
    bare = {key: value for key, value in spec.items() if key not in {"datasets", "usermeta"}}
    text = json.dumps({**bare, "config": theme.config()}, sort_keys=True)
    kept = scratch / "compiled" / f"{_key('', text)}.json"
    if not kept.is_file():
        import vl_convert

        _keep(json.dumps(vl_convert.vegalite_to_vega(text, vl_version=VEGA_LITE), sort_keys=True), kept)
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _key(slug: str, text: str) -> str:
    return hashlib.sha256(f"{release()} {VEGA_LITE} {slug} {text}".encode()).hexdigest()[:32]


def _keep(text: str, path: Path) -> None:
    write(text, path)
    drawn = sorted(path.parent.iterdir(), key=lambda one: (one.stat().st_mtime_ns, one.name))
    for old in drawn[:-_KEPT]:
        old.unlink(missing_ok=True)


def _thinned(spec: Mapping[str, Any]) -> dict[str, Any]:
    meta, datasets = spec["usermeta"], dict(spec["datasets"])
    if meta["kind"] in ("lines", "multiples"):
        pixels = round(spec.get("width", PANEL_WIDTH) / _SLICE)
        datasets["points"] = thin(datasets["points"], by=meta["by"], x="time", y=meta["drawn"], pixels=pixels)
    elif meta["kind"] == "areas":
        datasets["points"] = thin_stack(datasets["points"], x="time", most=_STACKED)
    return datasets


def _tidied(svg: str, slug: str) -> str:
    # A tenth of a pixel is all that eyes see; the style sheet gives the size. Ids must be unique on the page, and
    # the same whatever this process has drawn before: Vega counts on.
    order: dict[str, int] = {}
    svg = _CLIP.sub(lambda match: f"{match[1]}{slug}-clip{order.setdefault(match[2], len(order))}", svg)
    svg = _TAG.sub(lambda match: _SPARE.sub("", match[0]), _NOTHING.sub("", shortened(svg)))
    return re.sub(r'^<svg [^>]*?width="[\d.]+" height="[\d.]+" (viewBox="[^"]+")>', r'<svg \1 aria-hidden="true">', svg)


def _checked(svg: str) -> str:
    # The one text that enters the page as it is: it must be a drawing and nothing else, whatever the names in it say.
    def see(name: str, attributes: Mapping[str, str]) -> None:
        if name not in _ELEMENTS or any(key in {"style", "href"} or key.startswith("on") for key in attributes):
            raise RenderError(f"a drawn chart holds an element that is no part of a drawing: {name}")

    parser = expat.ParserCreate()
    parser.StartElementHandler = see
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        raise RenderError(f"a drawn chart is not well-formed: {error}") from error
    return svg
