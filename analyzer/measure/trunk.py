"""The state of the code along the trunk: running sums of what each commit changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.months import month_names, month_number
from analyzer.measure.windows import Times
from analyzer.model.frames import Facts
from analyzer.model.moment import Moment
from analyzer.model.trunk_time import month_numbers, since


@dataclass(frozen=True, slots=True)
class Line:
    """The trunk up to the moment, and the moment itself where it lies off the trunk."""

    positions: Times
    shas: npt.NDArray[Any]
    times: Times
    """Committers' times; seconds since 1970 in UTC."""

    def totals(self, positions: Times, values: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the running sums at every place of `values`, a row for each change, which stand at `positions`."""
        return _totals(np.searchsorted(self.positions, positions), values, len(self.times)).cumsum(axis=0)


def line_of(facts: Facts) -> Line:
    """Return the line of commits, those that changed nothing among it.

    A moment off the trunk is its last place: its growth has a position after the trunk's.
    """
    commits, growth = facts["commits"], facts["growth"]
    trunk = commits.loc[commits["position"] >= 0, ["position", "sha", "commit_time"]]
    line = pd.concat([trunk.rename(columns={"commit_time": "time"}), growth[["position", "sha", "time"]]])
    line = line.drop_duplicates("position").sort_values("position")
    return Line(line["position"].to_numpy(), line["sha"].to_numpy(), line["time"].to_numpy())


def at_commits(growth: pd.DataFrame, line: Line, sums: Sequence[str]) -> pd.DataFrame:
    """Return `sha`, `time` (committer's) and the running `sums` of changes at every place of the line."""
    totals = line.totals(growth["position"].to_numpy(), growth[list(sums)].to_numpy())
    return pd.concat(
        [pd.DataFrame({"sha": line.shas, "time": line.times}), pd.DataFrame(totals, columns=list(sums))],
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

    A change counts from when `model/trunk_time.py` says; what has no date that can be true counts in the last month.
    """
    numbers = month_numbers(since(times, end))
    first = int(numbers.min(initial=month_number(end)))
    return first, numbers - first


def _totals(rows: npt.NDArray[Any], values: npt.NDArray[np.int64], length: int) -> npt.NDArray[np.int64]:
    totals = np.zeros((length, values.shape[1]), dtype=np.int64)
    np.add.at(totals, rows, values)
    return totals
