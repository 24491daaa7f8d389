"""The shapes that metrics return: one value, or one row for each key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.periods import Periods

NOT_KNOWN = float("nan")

_TOLD_BY = {
    "commit": ["sha", "time"],
    "moment": ["sha", "time"],
    "file": ["path", "language"],
    "hour": ["weekday", "hour"],
    "level": ["month"],
    "function": ["path", "language", "function", "line"],
    "pair": ["path", "other"],
}
"""Splits of which a row is told by something else than a column of their name."""


def one_value(value: float | str | None, **parts: float | str) -> pd.DataFrame:
    """Return one row: the value, then its parts. Text stays text, with None for what cannot be told."""
    table = pd.DataFrame({"value": [value], **{name: [part] for name, part in parts.items()}})
    return table.astype({"value": object}) if value is None else table


def series(key: str, keys: Sequence[str], values: npt.NDArray[Any], **parts: npt.NDArray[Any]) -> pd.DataFrame:
    """Return a row for each key: the column `key`, the value, then the parts."""
    return pd.DataFrame({key: pd.Series(keys, dtype="str"), "value": values, **parts})


def in_order(periods: Periods, values: npt.NDArray[Any], **parts: npt.NDArray[Any]) -> pd.DataFrame:
    """Return a row for each period: its name, the value, the parts, and whether the period is `complete`."""
    return series(periods.by, periods.names, values, **parts, complete=periods.complete)


def key_columns(by: str | None) -> list[str]:
    """Return the columns that come before the value in a split."""
    if by is None:
        return []
    return _TOLD_BY.get(by, [by])


def percentages(numerator: pd.Series[int], denominator: pd.Series[int]) -> npt.NDArray[np.float64]:
    """Return 100 * numerator / denominator, NaN where there is nothing to divide by."""
    above, below = numerator.to_numpy(), denominator.to_numpy()
    shares = np.full(len(above), np.nan)
    np.divide(100.0 * above, below, out=shares, where=below > 0)
    return shares


def folders(paths: Iterable[str]) -> list[str]:
    """Return the folder that holds each path ("src/flask"); "." for those at the top."""
    return [path.rpartition("/")[0] or "." for path in paths]
