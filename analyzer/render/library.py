"""The chart library that pages carry: Vega with its interpreter, bundled by vl-convert, packed for the page."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from analyzer.render.output import write
from analyzer.render.packing import deflated

VEGA_LITE = "6.4"
"""The version that Altair writes specs for; vl-convert holds several."""

# Specs are compiled when the page is made (see drawing.py), so that Vega-Lite itself stays at home. The interpreter
# takes the place of eval, which the page's policy refuses. vl-convert holds exactly these versions and fetches nothing;
# setup.cfg keeps it at the release that does.
_SNIPPET = """
import { View, parse } from "https://cdn.jsdelivr.net/npm/vega@6.2.0/+esm";
import { expressionInterpreter } from "https://cdn.jsdelivr.net/npm/vega-interpreter@2.0.0/+esm";
window.vega = { View, parse, expressionInterpreter };
"""


@dataclass(frozen=True, slots=True)
class Library:
    """A script that the page unpacks and runs when the first chart comes near."""

    packed: str
    """As `packing.deflated` writes it."""
    digest: str
    """What the page's policy names it by: "sha256-..." of the script itself."""


def library(scratch: Path) -> Library:
    """Return the library; `scratch` keeps its script."""
    script = _script(scratch)
    return Library(deflated(script), digest(script))


def digest(text: str) -> str:
    """Return what a Content-Security-Policy calls a script or style of this text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def release() -> str:
    """Return the version of vl-convert, which everything that it made depends on."""
    return version("vl-convert-python")


def _script(scratch: Path) -> str:
    kept = scratch / f"vega-{release()}-{VEGA_LITE}.js"
    if kept.is_file():
        return kept.read_text(encoding="utf-8")
    import vl_convert

    # Making it takes seconds, and gives the same text each time.
    script: str = vl_convert.javascript_bundle(_SNIPPET, vl_version=VEGA_LITE)
    write(script, kept)
    return script
