"""A comparison as JSON and back, nothing lost: what other programs, and later reports, read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from analyzer.errors import RenderError
from analyzer.export.judged_json import judged
from analyzer.export.known import known_fields
from analyzer.export.since_json import alarms_from, since_from
from analyzer.model.comparison import AtAge, Cell, Column, Comparison, Member, Row, Series, Shared, Spot
from analyzer.model.uncounted import NotCounted, Reason

SCHEMA_VERSION = 1
"""Changed whenever a field is renamed, removed or means something else; added fields leave it."""


def dumps(comparison: Comparison) -> str:
    """Return one line of JSON with sorted keys, ended by a line feed."""
    plain = {"schema_version": SCHEMA_VERSION, **_plain(comparison)}
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"


def loads(text: str) -> Comparison:
    """Return the comparison that `dumps` wrote. Raises RenderError for any other text."""
    try:
        plain = json.loads(text)
        version = plain["schema_version"]
        if version != SCHEMA_VERSION:
            hint = f"this Diptych reads version {SCHEMA_VERSION}; write the file again"
            raise RenderError(f"a comparison of schema version {version!r} cannot be read", hint=hint)
        return _comparison(plain)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RenderError(f"this is no comparison as Diptych writes it: {error!r}") from error


def _plain(value: Any) -> Any:  # noqa: ANN401  # dataclasses of any kind, down to what JSON has
    if isinstance(value, tuple):
        return value if value and type(value[0]) in (int, float) else [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _comparison(plain: dict[str, Any]) -> Comparison:
    known = {
        **plain,
        "columns": tuple(_column(column) for column in plain["columns"]),
        "rows": tuple(_row(row) for row in plain["rows"]),
        "series": {name: tuple(_series(line) for line in lines) for name, lines in plain["series"].items()},
        "troubles": tuple(_trouble(one) for one in plain["troubles"]),
        "findings": tuple((sentence, slug) for sentence, slug in plain["findings"]),
        **judged(plain),
        "places": {
            slug: tuple(Spot(**known_fields(Spot, spot)) for spot in spots)
            for slug, spots in plain.get("places", {}).items()
        },
        "shared": tuple(Shared(**known_fields(Shared, one)) for one in plain.get("shared", ())),
        "since": since_from(plain),
        "alarms": alarms_from(plain),
        "at_age": tuple(_at_age(one) for one in plain.get("at_age", ())),
    }
    return Comparison(**known_fields(Comparison, known))


def _column(plain: dict[str, Any]) -> Column:
    members = tuple(Member(**known_fields(Member, one)) for one in plain.get("members", ()))
    return Column(**{**known_fields(Column, plain), "members": members})


def _row(plain: dict[str, Any]) -> Row:
    return Row(
        **{**known_fields(Row, plain), "cells": tuple(Cell(**known_fields(Cell, cell)) for cell in plain["cells"])}
    )


def _at_age(plain: dict[str, Any]) -> AtAge:
    made = {**plain, "times": tuple(plain["times"]), "rows": tuple(_row(row) for row in plain["rows"])}
    return AtAge(**known_fields(AtAge, made))


def _series(plain: dict[str, Any]) -> Series:
    return Series(
        **{**known_fields(Series, plain), **{name: tuple(plain[name]) for name in ("times", "values", "shas")}}
    )


def _trouble(plain: dict[str, Any]) -> NotCounted:
    return NotCounted(**{**known_fields(NotCounted, plain), "reason": Reason(plain["reason"])})
