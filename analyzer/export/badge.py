"""A figure as a badge for a README: a small picture of two fields, label and value."""

from __future__ import annotations

import re
import unicodedata
from html import escape

_HEIGHT, _PAD = 20, 6
_LEFT, _RIGHT = "#555555", "#0068a3"
"""Grounds of label and value, dark enough for white letters; no colour says good or bad."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;|!'()[] -–"), frozenset("mwMW%@&")
_FAMILY = "Verdana,Geneva,DejaVu Sans,sans-serif"
_LONGEST = 120
# XML knows no way to write these, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def badge(label: str, value: str) -> str:
    """Return an SVG that says both, to eyes and to screen readers. Longer texts are cut at 120 letters."""
    label, value = (_line(text) for text in (label, value))
    left, right = (_width(text) + 2 * _PAD for text in (label, value))
    name = escape(f"{label}: {value}")
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img"'
            f' aria-label="{name}">',
            f"<title>{name}</title>",
            f'<clipPath id="round"><rect width="{left + right}" height="{_HEIGHT}" rx="3" fill="#fff"/></clipPath>',
            '<g clip-path="url(#round)">',
            f'<rect width="{left}" height="{_HEIGHT}" fill="{_LEFT}"/>',
            f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{_RIGHT}"/>',
            "</g>",
            f'<g fill="#fff" font-family="{_FAMILY}" font-size="11" text-rendering="geometricPrecision">',
            _text(label, _PAD),
            _text(value, left + _PAD),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _text(text: str, x: int) -> str:
    # The length makes it fit whatever the reader's font is.
    return f'<text x="{x}" y="14" textLength="{_width(text)}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'


def _line(text: str) -> str:
    line = " ".join(_FORBIDDEN.sub("\ufffd", re.sub(r"\s", " ", text)).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _width(text: str) -> int:
    return max(1, round(sum(map(_letter, text))))


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in _NARROW:
        return 4.5
    if letter in _WIDE or unicodedata.east_asian_width(letter) in "WF":
        return 11.0
    return 8.0 if letter.isupper() else 6.9
