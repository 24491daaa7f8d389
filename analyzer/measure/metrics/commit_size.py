"""How large commits are."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.changes import CHANGE_TABLES, changes_in_scopes
from analyzer.measure.folding import in_order
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.plain_git import median_size
from analyzer.measure.windows import Times, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

EDGES = (10, 50, 200, 1_000)
"""Lines at which a class of sizes ends; the last class has no end."""


@metric(
    title="Lines changed by a commit",
    unit="lines",
    needs=CHANGE_TABLES,
    by=PERIODS,
    windowed=True,
    plain=median_size,
)
def commit_size(facts: Facts, options: Options) -> pd.DataFrame:
    """The median number of lines that a commit changes: half of the commits change more, half fewer.

    ## Why it matters
    Small commits are easier to review and to undo; how work is cut up also decides what a number of commits means.

    ## How it is counted
    Lines added plus lines removed by git's own diff in the text files of each commit that is no merge, by author date
    in UTC; a changed line counts twice, as in the lines added and removed. Parts: the lower and upper quartile (Hyndman
    and Fan's type 7), the median number of files, the commits, and how many of them change no line ("none"), 1 to 10
    lines ("up_to_10"), 11 to 50, 51 to 200, 201 to 1,000, and more; these classes sum to the commits.

    ## What can mislead
    Imports of libraries and mass reformatting are single huge commits: that is why there is no mean. Projects that
    squash have larger commits for the same work.
    """
    commits = facts["commits"]
    commits = commits[commits["parents"] < 2]
    times, end = commits["author_time"].to_numpy(), facts.moment.end
    sizes = _sizes(commits, changes_in_scopes(facts, options))
    if options.by is None:
        return pd.DataFrame([_distribution(*sizes[:, inside(times, options.window, end)])])
    periods = in_periods(times, options.by, options.window, end)
    split = _by_place(sizes[:, periods.kept], periods.index, periods.length)
    table = pd.DataFrame([_distribution(*some) for some in split])
    values = table.pop("value").to_numpy()
    return in_order(periods, values, **{str(name): table[name].to_numpy() for name in table})


def _sizes(commits: pd.DataFrame, changes: pd.DataFrame) -> Times:
    """Return two rows: the lines and the files that each commit changed."""
    lines = (changes["added"] + changes["deleted"]).groupby(changes["commit_id"]).sum()
    files = changes["commit_id"].value_counts()
    found = [some.reindex(commits["commit_id"], fill_value=0).to_numpy(np.int64) for some in (lines, files)]
    return np.array(found, dtype=np.int64).reshape(2, len(commits))


def _by_place(sizes: Times, index: Times, length: int) -> list[Times]:
    order = np.argsort(index, kind="stable")
    bounds = np.searchsorted(index[order], np.arange(length + 1))
    return [sizes[:, order[low:high]] for low, high in pairwise(bounds.tolist())]


def _distribution(lines: npt.NDArray[np.int64], files: npt.NDArray[np.int64]) -> dict[str, float]:
    lower, median, upper = np.quantile(lines, [0.25, 0.5, 0.75]) if len(lines) else [np.nan] * 3
    classes = {"none": lines == 0, f"up_to_{EDGES[0]}": (lines > 0) & (lines <= EDGES[0])}
    classes |= {f"up_to_{high}": (lines > low) & (lines <= high) for low, high in pairwise(EDGES)}
    classes["more"] = lines > EDGES[-1]
    return {
        "value": float(median),
        "lower_quartile": float(lower),
        "upper_quartile": float(upper),
        "files": float(np.median(files)) if len(files) else np.nan,
        "commits": len(lines),
        **{name: int(np.count_nonzero(some)) for name, some in classes.items()},
    }
