"""Maps of folders: where the lines are, and where the comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Chart, Table
from analyzer.model.comparison import Comparison, Spot
from analyzer.render.folder_map import DARKEST, folder_map

_LEAST = 0.003
"""Smaller shares of the lines would be boxes that nobody sees."""


def folder_maps(comparison: Comparison) -> Iterator[Chart]:
    """Yield a map for each repository that has folders with lines."""
    for place, column in enumerate(comparison.columns):
        found = [
            spot
            for spot in comparison.places.get("folders", ())
            if spot.repository == column.name and spot.value is not None
        ]
        whole = sum(map(_lines, found))
        spots = [spot for spot in found if _lines(spot) >= _LEAST * whole]
        if spots:
            yield _map(column.name, place, spots)


def _map(name: str, place: int, spots: Sequence[Spot]) -> Chart:
    return Chart(
        slug=f"folders-{place + 1}",
        title=f"{name}: folders by size and comments",
        caption=f"A box is as large as its folder and darker with more comments, up to {DARKEST} %. {_said(spots)}",
        spec=folder_map(name, place, [_row(spot) for spot in spots]),
        data=Table(
            f"{name}: the largest folders; `*` stands for files directly in a folder",
            ("Folder", "Lines of code and comment", "Comment ratio"),
            tuple(
                (f"`{spot.name}`", wording.count(_lines(spot)), wording.figure(spot.value, "percent")) for spot in spots
            ),
            numeric=(False, True, True),
        ),
    )


def _row(spot: Spot) -> dict[str, str | float]:
    ratio = spot.value or 0
    return {"folder": spot.name, "lines": _lines(spot), "ratio": round(ratio, 1), "shown": wording.percent(ratio)}


def _said(spots: Sequence[Spot]) -> str:
    largest = spots[0]
    share = wording.percent(largest.value or 0)
    return f"The largest is {largest.name} with {wording.count(_lines(largest))} lines, {share} of them comments."


def _lines(spot: Spot) -> float:
    return spot.parts.get("code", 0) + spot.parts.get("comment", 0)
