"""Comparisons of made-up repositories, for tests of what is said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from analyzer.compare.asked import ASKS
from analyzer.model.comparison import Cell, Column, Comparison, Row, Series
from tests.build import at

END = at("2026-06-18")


def comparison(
    names: Sequence[str],
    rows: Mapping[str, Sequence[Any]],
    ratios: Mapping[str, Mapping[str, float]] | None = None,
    parts: Mapping[str, float] | None = None,
    floors: Sequence[str] = (),
    labels: Sequence[str] = (),
) -> Comparison:
    """Return a comparison with these values by slug (other rows without values), and comment ratios by date."""

    def cells(slug: str) -> tuple[Cell, ...]:
        cells = [Cell(value) for value in rows.get(slug, [None] * len(names))]
        if slug == "comment-ratio" and parts:
            cells = [replace(cell, parts=parts) for cell in cells]
        if slug == "commit-trend" and labels:
            cells = [replace(cell, label=label) for cell, label in zip(cells, labels, strict=True)]
        return tuple(cells)

    lines = [
        Series(name, tuple(map(at, points)), tuple(points.values()), shas=("",) * len(points))
        for name, points in (ratios or {}).items()
    ]
    return Comparison(
        title="test",
        columns=tuple(Column(name, name, "main", "0" * 40, END, END, name in floors) for name in names),
        end=END,
        rows=tuple(Row(ask.slug, ask.group, ask.title, "", cells(ask.slug), ask.metric) for ask in ASKS),
        series={"comment_ratio": tuple(lines)},
    )
