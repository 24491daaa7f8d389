"""The picture of hot spots: files by how often they were changed and how complex they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Chart, Table
from analyzer.model.comparison import Comparison, Spot
from analyzer.render.heat_chart import heat_chart

_FEW = 4
_NAMED = 3
"""Files of each repository whose names stand in the picture."""
_LISTED = 20
_WIDE, _HIGH = 0.9, 0.2
"""How far apart two names are, as logarithms of commits and complexity."""
_DRAWN_OF_MANY = 40


def heat_cloud(comparison: Comparison) -> Iterator[Chart]:
    """Yield one chart of all repositories, the hottest files named; nothing where no file has any heat."""
    many = len(comparison.columns) > _FEW
    most = _DRAWN_OF_MANY if many else None
    files = [(column.name, _warm(comparison, column.name)[:most]) for column in comparison.columns]
    spots = [spot for _, some in files for spot in some]
    if not spots:
        return
    hottest = [] if many else _apart([spot for _, some in files for spot in some[:_NAMED]])
    yield Chart(
        slug="heat",
        title="Where work meets complexity",
        caption=f"A mark is a source file; upper right are those that are hard and often changed. {_said(files)}",
        spec=heat_chart(
            [column.name for column in comparison.columns], [_point(spot) for spot in spots], [*map(_named, hottest)]
        ),
        data=_table(files, _LISTED if not many else _NAMED),
    )


def _warm(comparison: Comparison, name: str) -> list[Spot]:
    spots = comparison.places.get("warm-files", ())
    return [
        spot
        for spot in spots
        if spot.repository == name
        and spot.value is not None
        and spot.parts["commits"]
        and spot.parts["complexity"] >= 1
    ]


def _said(files: Sequence[tuple[str, Sequence[Spot]]]) -> str:
    told = [f"in {name} {spots[0].name}" for name, spots in files[:_FEW] if spots]
    return f"The hottest: {wording.listed(told)}." if len(files) <= _FEW else ""


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots whose names do not cover one before them: names are long and low."""
    kept: list[Spot] = []
    for spot in spots:
        near = [
            one
            for one in kept
            if abs(math.log(one.parts["commits"] / spot.parts["commits"])) < _WIDE
            and abs(math.log(one.parts["complexity"] / spot.parts["complexity"])) < _HIGH
        ]
        kept += [] if near else [spot]
    return kept


def _point(spot: Spot) -> dict[str, str | float]:
    return {
        "repository": spot.repository,
        "file": spot.name,
        "commits": spot.parts["commits"],
        "complexity": round(spot.parts["complexity"]),
        "authors": spot.parts["authors"],
        "share": wording.figure(spot.value, "percent"),
    }


def _named(spot: Spot) -> dict[str, str | float]:
    point = _point(spot)
    return {key: point[key] for key in ("repository", "commits", "complexity")} | {"name": _ending(spot.name)}


def _ending(path: str) -> str:
    """Return the file and its folder: many have the same name."""
    return "/".join(path.split("/")[-2:])


def _table(files: Sequence[tuple[str, Sequence[Spot]]], most: int) -> Table:
    shown = [(name, spots[:most]) for name, spots in files if spots]
    return Table(
        f"The {wording.number(most)} hottest source files of each repository, 12 months",
        ("File", "Commits", "Authors", "Complexity", "Share of the heat"),
        tuple(
            (
                f"`{spot.name}`",
                wording.count(spot.parts["commits"]),
                wording.count(spot.parts["authors"]),
                wording.count(spot.parts["complexity"]),
                wording.figure(spot.value, "percent"),
            )
            for _, spots in shown
            for spot in spots
        ),
        groups=tuple((name, len(spots)) for name, spots in shown),
        numeric=(False, True, True, True, True),
    )
