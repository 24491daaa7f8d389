"""When languages came, and when they went."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.line_sums import growth_lines
from analyzer.model import wording
from analyzer.model.frames import Facts
from analyzer.model.metric import Options
from analyzer.model.trunk_time import EARLIEST


def language_spans(facts: Facts, options: Options) -> pd.DataFrame:
    """Return a row for each language that ever had code: `language`, `code`, `most`, `since`, `until` and `note`.

    `code` is the lines of code now, `most` the most there were after any commit of the trunk. `since` is the time of
    the first commit after which there was code (seconds since 1970 in UTC); `until` that of the last one after which
    there was none, NaN for languages that are there. `note` says both in words. The languages with most code come
    first, then those with most code once.
    """
    growth = growth_lines(facts, options)
    steps = growth.groupby(["language", "position"], sort=True).agg(code=("code", "sum"), time=("time", "first"))
    rows = [_span(str(name), table) for name, table in steps.groupby("language", sort=True)]
    table = pd.DataFrame(
        {
            "language": pd.Series([row[0] for row in rows], dtype="str"),
            "code": np.array([row[1] for row in rows], np.int64),
            "most": np.array([row[2] for row in rows], np.int64),
            "since": np.array([row[3] for row in rows], np.float64),
            "until": np.array([row[4] for row in rows], np.float64),
        }
    )
    table = table[table["most"] > 0].sort_values(["code", "most", "language"], ascending=[False, False, True])
    notes = [_told(since, until) for since, until in zip(table["since"], table["until"], strict=True)]
    return table.assign(note=pd.Series(notes, dtype="str", index=table.index)).reset_index(drop=True)


def _span(language: str, steps: pd.DataFrame) -> tuple[str, int, int, float, float]:
    code, times = steps["code"].to_numpy().cumsum(), steps["time"].to_numpy()
    there = np.flatnonzero(code > 0)
    if not len(there):
        return language, 0, 0, np.nan, np.nan
    since, after = float(times[there[0]]), there[-1] + 1
    until = float(times[after]) if after < len(times) else np.nan
    return language, int(code[-1]), int(code.max()), since, until


def _told(since: float, until: float) -> str:
    """Return "since 2011", "2011 to 2014" or, within one year, "in 2011"; a clock that was never set tells nothing."""
    first = _year(since)
    if np.isnan(until):
        return f"since {first}"
    last = _year(until)
    return f"in {first}" if first == last else f"{first} to {last}"


def _year(time: float) -> str:
    return str(wording.moment(time).year) if time >= EARLIEST else wording.NOTHING
