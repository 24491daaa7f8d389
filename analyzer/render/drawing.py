"""Pictures and the script that makes them move: the only file that calls vl-convert."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.parsers import expat

from analyzer.errors import RenderError
from analyzer.render import theme
from analyzer.render.output import write
from analyzer.render.paths import shortened
from analyzer.render.thinning import thin, thin_stack

VEGA_LITE = "6.4"
"""The version that Altair writes specs for; vl-convert holds several."""

_KEPT_PICTURES = 200
_SNIPPET = "window.vegaEmbed = vegaEmbed;"
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
    whole = {**spec, "datasets": _thinned(spec), "config": theme.config()}
    text = json.dumps(whole, sort_keys=True)
    key = hashlib.sha256(f"{_version()} {slug} {text}".encode()).hexdigest()[:32]
    folder = scratch / "pictures"
    kept = folder / f"{key}.svg"
    if kept.is_file():
        return _checked(kept.read_text(encoding="utf-8"))
    import vl_convert

    try:
        drawn = vl_convert.vegalite_to_svg(text, vl_version=VEGA_LITE, allowed_base_urls=[])
    except ValueError as error:
        raise RenderError(f"could not draw the chart {slug}: {error}") from error
    svg = _checked(_tidied(drawn, slug))
    write(svg, kept)
    _forget_old(folder)
    return svg


def bundle(scratch: Path) -> str:
    """Return the JavaScript of Vega, Vega-Lite and vega-embed; making it takes seconds, so `scratch` keeps it."""
    kept = scratch / f"vega-{_version()}-{VEGA_LITE}.js"
    if kept.is_file():
        return kept.read_text(encoding="utf-8")
    import vl_convert

    script: str = vl_convert.javascript_bundle(_SNIPPET, vl_version=VEGA_LITE)
    # Inside of <script> only these two could end the element or open a comment.
    script = script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
    write(script, kept)
    return script


def _version() -> str:
    return version("vl-convert-python")


def _thinned(spec: Mapping[str, Any]) -> dict[str, Any]:
    meta, datasets = spec["usermeta"], dict(spec["datasets"])
    if meta["kind"] == "lines":
        pixels = round(spec["width"] / _SLICE)
        datasets["points"] = thin(datasets["points"], by=meta["by"], x="time", y=meta["drawn"], pixels=pixels)
    else:
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


def _forget_old(folder: Path) -> None:
    pictures = sorted(folder.glob("*.svg"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in pictures[:-_KEPT_PICTURES]:
        path.unlink(missing_ok=True)
