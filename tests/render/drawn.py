"""Spots that only charts show."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model.comparison import Spot

_YEAR = 31_556_952
_START = 1_640_995_200
"""1 January 2022."""


def drawn_places(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return releases, changes, newcomers, folders and files; the n-th repository is n times as large."""
    return {
        "release": tuple(
            Spot(name, f"{major}.{minor}", 1, {"time": _START + (2 * major + minor) * _YEAR, "major": int(not minor)})
            for name in names
            for major in (1, 2)
            for minor in (0, 1)
        ),
        "commit-trend-by-age": tuple(
            Spot(name, str(age), 10.0 * n - 20 * age, {"recent": 90, "before": 80, "low": -45.0, "high": 300.0})
            for n, name in enumerate(names, 1)
            for age in range(3)
        ),
        "contributor-trend-by-age": tuple(
            Spot(name, str(age), 5.0 - 15 * n - age, {"recent": 9, "before": 10, "low": -60.0, "high": 15.0 - 15 * n})
            for n, name in enumerate(names, 1)
            for age in range(3)
        ),
        "all-cohorts": tuple(
            Spot(name, f"{2020 + came}", 100 / year, {"people": 40 * n, "active": 8 * n, "year": year})
            for n, name in enumerate(names, 1)
            for came in range(3)
            for year in range(1, 6 - came)
        ),
        "folders": tuple(
            Spot(name, folder, 12.5 * rank, {"code": 700 * n // rank, "comment": 100 * n // rank})
            for n, name in enumerate(names, 1)
            for rank, folder in enumerate(("src/app/", "src/*", "tests/", "docs/"), 1)
        ),
        "warm-files": tuple(
            Spot(
                name,
                f"src/app/{rank}.py",
                40.0 / rank,
                {"commits": 20 * n // rank, "complexity": 90 // rank, "authors": 3, "estimated": 0},
            )
            for n, name in enumerate(names, 1)
            for rank in range(1, 8)
        ),
    }
