"""Spots of what is known of lines."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model.comparison import Spot


def line_places(names: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Return half-lives, ages, years and comments; comments of the last repository outlive those who look."""
    kinds = {"code": 3.25, "comment": 5.5, "docstring": 6.0}
    half_lives = tuple(
        Spot(
            name, kind, None if name == names[-1] and kind == "docstring" else years * n, {"written": 900, "there": 300}
        )
        for n, name in enumerate(names, 1)
        for kind, years in kinds.items()
    )
    return {
        "half-life-by-kind": half_lives,
        "half-life-by-kind-source": half_lives,
        "line-survival-by-age": tuple(
            Spot(name, age, 80.0 / int(age), {"code": 75.0 / int(age), **({"comment": 90.0} if age == "1" else {})})
            for name in names
            for age in ("1", "5", "10")
        ),
        "lines-by-cohort": tuple(
            Spot(name, f"{2011 + n + year}", 100 * (year + 1), {"written": 400})
            for n, name in enumerate(names)
            for year in range(3)
        ),
        "most-stale-comments": tuple(
            Spot(name, f"src/app.py:{line}\nWhy `it` is so", 9 - line, {"written": 1_400_000_000})
            for name in names
            for line in range(1, 4)
        ),
    }
