"""Where most of the work meets most of the complexity."""

from __future__ import annotations

import math

import pandas as pd

from analyzer.measure.complexities import file_complexities
from analyzer.measure.folding import NOT_KNOWN, key_columns, one_value
from analyzer.measure.hot_functions import FUNCTION_TABLES, hot_functions
from analyzer.measure.touches import TOUCH_TABLES, touches
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

HOTTEST = 10
"""One file in so many is said to be among the hottest."""


@metric(
    title="Hot spots",
    unit="percent",
    needs=TOUCH_TABLES,
    uses=("radon", "lizard", *FUNCTION_TABLES),
    by=("file", "folder", "scope", "function"),
    windowed=True,
    window="12m",
)
def hot_spots(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of the heat that lies in the hottest tenth of the files; heat is commits times complexity.

    ## Why it matters
    Code that is hard costs most where it is changed most: an hour spent there on making it simpler pays first.

    ## How it is counted
    A file's heat is the number of commits that changed it in the window (no merges, by author date, renames followed)
    times its complexity at the moment; its share is 100 * heat / the heat of all files, so that the shares sum to 100.
    Without a split the shares of the hottest tenth of the files, rounded up, are summed. Complexity is Radon's
    cyclomatic complexity of the whole file, or where Lizard read it that of its functions summed. For other files it
    is estimated: lines with code times the complexity that this repository's files have on a line, or the lines alone
    where none was read; the part "estimated" says of how many files. Files in programming languages of scope `source`;
    other scopes where they are asked for or split by. "changed_lines" are lines added and deleted, "authors" people.
    By function: commits of the trunk, merges as one, that changed its lines, followed back as `git log -L` does, times
    its complexity; at the most over twelve months.

    ## What can mislead
    Code that is new is changed often, and a commit may be one word or a rewriting. Twelve months of a quiet repository
    are few commits. A long table of cases is complex by number and simple to read.
    """
    if options.by == "function":
        return hot_functions(facts, options)
    files = file_complexities(facts, options)
    known = touches(facts, options)
    known = known[known["path"].isin(files["path"])].merge(files[["path", "folder", "scope"]], on="path")
    if options.by is None:
        return _hottest(_by(files, known, "path"), len(files))
    key = "path" if options.by == "file" else options.by
    found = _by(files, known, key)
    found = found.assign(value=100 * found["heat"] / found["heat"].sum() if found["heat"].any() else NOT_KNOWN)
    if options.by == "file":
        found = found.merge(files[["path", "language"]], on="path")
    found = found[found["commits"] > 0].sort_values(["value", key], ascending=[False, True], ignore_index=True)
    parts = ["commits", "complexity", "changed_lines", "authors", "code", "estimated"]
    return found[[*key_columns(options.by), "value", *parts]]


def _by(files: pd.DataFrame, known: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return `key`, `heat`, and what it is made of, for each file, folder or scope."""
    commits = known.groupby("path")["commit_id"].nunique()
    heat = files["path"].map(commits).fillna(0) * files["complexity"]
    sums = files.assign(heat=heat).groupby(key)[["heat", "complexity", "code", "estimated"]].sum()
    groups = known.groupby(key)
    counts = {
        "commits": groups["commit_id"].nunique(),
        "changed_lines": groups["lines"].sum(),
        "authors": groups["person"].nunique(),
    }
    told = {name: count.reindex(sums.index).fillna(0).astype("int64") for name, count in counts.items()}
    return sums.assign(**told).reset_index()


def _hottest(found: pd.DataFrame, files: int) -> pd.DataFrame:
    number = math.ceil(files / HOTTEST)
    heat = found["heat"].sort_values(ascending=False)
    value = 100 * heat.head(number).sum() / heat.sum() if heat.any() else NOT_KNOWN
    changed = int((found["commits"] > 0).sum())
    return one_value(value, hottest=number, files=files, changed=changed, estimated=int(found["estimated"].sum()))
