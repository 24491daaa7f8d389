"""Parts of each repository: tables by scope, folder and file, cut to what a reader looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analyzer.compare.asked import PLACES
from analyzer.model.comparison import Column, Spot
from analyzer.model.numbers import Number

Tables = Mapping[tuple[str, str], pd.DataFrame]
_NAMED_BY = {"file": "path", "pair": "path"}


def places(columns: Sequence[Column], measured: Tables) -> dict[str, tuple[Spot, ...]]:
    """Return the spots of every slug of `PLACES`, repository by repository.

    `measured` is (repository, slug) -> the metric's table; what is missing from it has no spot.
    """
    return {
        ask.slug: tuple(
            spot
            for column in columns
            if (table := measured.get((column.name, ask.slug))) is not None
            for spot in _spots(column.name, ask.cut(table), ask.by)
        )
        for ask in PLACES
    }


def _spots(repository: str, table: pd.DataFrame, by: str | None) -> list[Spot]:
    spots = []
    for row in table.to_dict("records"):
        name = str(row.pop(_NAMED_BY.get(by, by))) if by else ""
        where = f"{row.pop('path')}:{row.pop('line')}" if by == "function" else ""
        other, label = (str(row.pop(column, "")) for column in ("other", "label"))
        value = _number(row.pop("value"))
        parts = {str(key): number for key, part in row.items() if (number := _number(part)) is not None}
        spots.append(Spot(repository, name, value, parts, where, other, label))
    return spots


def _number(value: float | str) -> Number | None:
    if isinstance(value, str) or value != value:  # NaN is unequal to itself
        return None
    return int(value) if float(value).is_integer() else float(value)
