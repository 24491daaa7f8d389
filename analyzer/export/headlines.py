"""The headline figures of a report as a small block of JSON that its page carries, and back."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from typing import Any

from analyzer.errors import RenderError
from analyzer.export.known import known_fields
from analyzer.model.comparison import Column, Comparison, Row
from analyzer.model.headlines import HEADLINES, Figure, Headlines, Said

SCHEMA_VERSION = 1
"""Changed whenever a key is renamed, removed or means something else; added keys leave it."""
LONGEST = 4 << 20
"""Characters of JSON that are read: a thousand repositories have less."""
# Not a parser of HTML: the page is written by us, and nothing in the block can hold the end of a script.
_BLOCK = re.compile(r'<script type="application/json" id="headlines">([^<]*)</script>')


def headlines(comparison: Comparison) -> Headlines:
    """Return what a comparison says in short."""
    rows = [row for slug in HEADLINES for row in comparison.rows if row.slug == slug]
    return Headlines(
        comparison.title,
        comparison.end,
        comparison.version,
        tuple(
            Said(
                column.name,
                column.location,
                column.branch,
                column.sha,
                column.time,
                tuple(_figure(row, place) for row in rows),
                _state(column),
            )
            for place, column in enumerate(comparison.columns)
        ),
    )


def _figure(row: Row, place: int) -> Figure:
    cell = row.cells[place]
    return Figure(row.slug, row.title, row.unit, cell.value, row.definition, cell.floor)


def _state(column: Column) -> str:
    made = repr([(one.location, one.sha) for one in column.members])
    return hashlib.sha256(made.encode("utf-8", "surrogatepass")).hexdigest() if column.members else ""


def dumps(found: Headlines) -> str:
    """Return one line of JSON with sorted keys that can stand in a script of a page: it holds no `<`, `>` or `&`."""
    plain = {"schema_version": SCHEMA_VERSION, **asdict(found)}
    text = json.dumps(plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def find(page: str) -> str | None:
    """Return the block of a page that `dumps` wrote; None if it has none."""
    found = _BLOCK.search(page)
    return found[1] if found else None


def loads(text: str) -> Headlines:
    """Return the headlines that `dumps` wrote. Raises RenderError for any other text."""
    if len(text) > LONGEST:
        raise RenderError("the headline figures are longer than any report has them")
    try:
        plain = json.loads(text)
        version = plain["schema_version"]
        if version != SCHEMA_VERSION:
            hint = f"this Diptych reads version {SCHEMA_VERSION}; write the report again"
            raise RenderError(f"headline figures of schema version {version!r} cannot be read", hint=hint)
        return _checked(Headlines(**{**known_fields(Headlines, plain), "repositories": _said(plain["repositories"])}))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RenderError(f"these are no headline figures as Diptych writes them: {type(error).__name__}") from error


def _said(plain: list[dict[str, Any]]) -> tuple[Said, ...]:
    return tuple(
        Said(
            **{
                **known_fields(Said, one),
                "figures": tuple(Figure(**known_fields(Figure, figure)) for figure in one["figures"]),
            }
        )
        for one in plain
    )


def _checked(found: Headlines) -> Headlines:
    """Return the headlines; raises TypeError if a value has not the type that it should have."""
    _all(str, [found.title, found.version])
    _all(int, [found.end])
    for said in found.repositories:
        _all(str, [said.name, said.location, said.branch, said.sha, said.state])
        _all(int, [said.time])
        for figure in said.figures:
            _all(str, [figure.slug, figure.title, figure.unit, figure.definition])
            _all((int, float, str, type(None)), [figure.value])
            _all(bool, [figure.floor])
    return found


def _all(kind: type | tuple[type, ...], values: list[object]) -> None:
    if not all(isinstance(value, kind) for value in values):
        raise TypeError("a value of another type")
