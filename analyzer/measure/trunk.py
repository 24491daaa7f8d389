"""The state of the code along the trunk: running sums of what each commit changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.months import EARLIEST, month_names, month_number, month_numbers
from analyzer.measure.windows import Times
from analyzer.model.moment import Moment

_NEVER = np.iinfo(np.int64).max


def at_commits(growth: pd.DataFrame, commits: pd.DataFrame, sums: Sequence[str]) -> pd.DataFrame:
    """Return `sha`, `time` (committer's) and the running `sums` at every trunk commit up to the moment.

    Commits that changed nothing are there too. A moment off the trunk is the last row: its growth has a position
    after the trunk's.
    """
    trunk = commits.loc[commits["position"] >= 0, ["position", "sha", "commit_time"]]
    line = pd.concat([trunk.rename(columns={"commit_time": "time"}), growth[["position", "sha", "time"]]])
    line = line.drop_duplicates("position").sort_values("position")
    rows = np.searchsorted(line["position"].to_numpy(), growth["position"].to_numpy())
    totals = _totals(rows, growth[list(sums)].to_numpy(), len(line)).cumsum(axis=0)
    return pd.concat(
        [
            pd.DataFrame({"sha": line["sha"].to_numpy(), "time": line["time"].to_numpy()}),
            pd.DataFrame(totals, columns=list(sums)),
        ],
        axis="columns",
    )


def at_months(growth: pd.DataFrame, moment: Moment, sums: Sequence[str]) -> pd.DataFrame:
    """Return `month` and the `sums` at the end of each month, from the first change to the moment's end."""
    first, index = trunk_months(growth["time"].to_numpy(), moment.end)
    length = month_number(moment.end) - first + 1
    totals = _totals(index, growth[list(sums)].to_numpy(), length).cumsum(axis=0)
    months = pd.Series(month_names(first, length), dtype="str", name="month")
    return pd.concat([months, pd.DataFrame(totals, columns=list(sums))], axis="columns")


def trunk_months(times: Times, end: int) -> tuple[int, Times]:
    """Return the number of the first month, and for each change of the trunk (in its order) its month from there.

    The state at a date is that of the newest trunk commit dated not later, whatever the dates of those before it, as
    `git rev-list --first-parent --before` has it. So a change counts from the earliest date that is found at its
    commit or later on the trunk. Dates that cannot be true are passed over; what is left over counts in the last month.
    """
    believed = np.where(times >= EARLIEST, times, _NEVER)
    since = np.minimum.accumulate(believed[::-1])[::-1]
    numbers = month_numbers(np.minimum(since, end))
    first = int(numbers.min(initial=month_number(end)))
    return first, numbers - first


def _totals(rows: npt.NDArray[Any], values: npt.NDArray[np.int64], length: int) -> npt.NDArray[np.int64]:
    totals = np.zeros((length, values.shape[1]), dtype=np.int64)
    np.add.at(totals, rows, values)
    return totals
