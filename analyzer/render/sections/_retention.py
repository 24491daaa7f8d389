"""Newcomers of every year, and how many of them were still active years later, as a triangle."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import HeatMap
from analyzer.model.comparison import Comparison

_FEW = 4
_YEARS, _YEARS_OF_MANY = 12, 6
_COHORTS_OF_MANY = 6
_LEAST = 5
"""A share of fewer people than these says nothing."""


def retention(comparison: Comparison) -> Iterator[HeatMap]:
    """Yield a triangle for each repository: rows are years of arrival, columns the years since; of many, its end."""
    many = len(comparison.columns) > _FEW
    longest = _YEARS_OF_MANY if many else _YEARS
    for column in comparison.columns:
        spots = [spot for spot in comparison.places.get("all-cohorts", ()) if spot.repository == column.name]
        shares = {
            (spot.name, int(spot.parts["year"])): spot
            for spot in spots
            if spot.parts["year"] > 1 and spot.parts["people"] >= _LEAST and spot.value is not None
        }
        years = range(2, min(longest, max((year for _, year in shares), default=1)) + 1)
        cohorts = sorted({name for name, _ in shares})[-_COHORTS_OF_MANY if many else 0 :]
        if not cohorts:
            continue
        yield HeatMap(
            f"{column.name}: percent of the newcomers of a year who wrote again in their n-th year",
            column.name,
            ("Came in", "People", *map(str, years)),
            tuple(
                (
                    cohort,
                    tuple(
                        round(found.value or 0) if (found := shares.get((cohort, year))) is not None else None
                        for year in years
                    ),
                )
                for cohort in cohorts
            ),
            sizes=tuple(int(shares[cohort, 2].parts["people"]) for cohort in cohorts),
            half=True,
        )
