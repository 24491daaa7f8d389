"""Comparison <-> JSON: lossless, the same text for the same comparison."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from analyzer.model.comparison import Cell, Column, Comparison, Row, Series
from analyzer.model.uncounted import NotCounted, Reason

SCHEMA = 1
"""Changes when a reader of an older text could misread a newer one."""


def dumps(comparison: Comparison) -> str:
    """Return the comparison as one line of JSON, keys sorted."""
    return json.dumps({"schema": SCHEMA, **asdict(comparison)}, sort_keys=True, separators=(",", ":"))


def loads(text: str) -> Comparison:
    """Return the comparison that `dumps` wrote. Raises ValueError for another schema."""
    plain = json.loads(text)
    if plain.pop("schema", None) != SCHEMA:
        raise ValueError(f"not a comparison of schema {SCHEMA}")
    plain["columns"] = tuple(Column(**column) for column in plain["columns"])
    plain["rows"] = tuple(_row(row) for row in plain["rows"])
    plain["series"] = {chart: tuple(_series(line) for line in lines) for chart, lines in plain["series"].items()}
    plain["troubles"] = tuple(
        NotCounted(**{**trouble, "reason": Reason(trouble["reason"])}) for trouble in plain["troubles"]
    )
    plain["findings"] = tuple((sentence, anchor) for sentence, anchor in plain["findings"])
    return Comparison(**plain)


def _row(plain: Mapping[str, Any]) -> Row:
    return Row(**{**plain, "cells": tuple(Cell(**cell) for cell in plain["cells"])})


def _series(plain: Mapping[str, Any]) -> Series:
    sequences = {name: tuple(plain[name]) for name in ("times", "values", "shas")}
    return Series(**{**plain, **sequences})
