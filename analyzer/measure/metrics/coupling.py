"""What changes together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.complexities import are_programs
from analyzer.measure.folding import NOT_KNOWN, folders, key_columns, one_value
from analyzer.measure.together import count_pairs
from analyzer.measure.touches import MOST_FILES, TOUCH_TABLES, touches
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

LEAST_TOGETHER = 5
"""Commits that two files must share; below that it may be chance."""
OFTEN = 50
"""Percent of a file's commits."""


@metric(
    title="Files that change with another",
    unit="percent",
    needs=TOUCH_TABLES,
    by=("pair", "folder"),
    windowed=True,
    window="12m",
)
def coupling(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of the files changed at least five times that have a partner in at least half of these commits.

    ## Why it matters
    Two files that change in the same commits depend on each other, whether or not the code says so: who changes one
    has to know of the other.

    ## How it is counted
    Commits that are no merges and changed at most 50 files, by author date; how many were larger is the part
    "left_out". Files that are there at the moment, renames followed. By pair, two files that at least five commits
    changed both ("together", the support): the value is 100 * together / commits of the file that has fewer of them,
    the higher of the two confidences; "lift" is how many times as often they meet as two files changed independently
    would, together * all commits / (commits * other commits); "programs" is how many of the two are in a programming
    language. By folder, two folders that hold such files directly.
    The higher first, then the more often.

    ## What can mislead
    A project that squashes has large commits, and one that commits file by file has no pairs. A test changes with
    what it tests, as it should: ask for one scope to leave such pairs out.
    """
    known = touches(facts, options)
    sizes = known.groupby("commit_id")["path"].size()
    large = sizes[sizes > MOST_FILES].index
    whole = len(sizes) - len(large)
    known = known[~known["commit_id"].isin(large) & known["path"].isin(_shown(facts, options))]
    names = known["path"] if options.by != "folder" else pd.Series(folders(known["path"]), index=known.index)
    pairs = _pairs(known["commit_id"], names, whole)
    if options.by is None:
        return _partnered(known, pairs, whole, len(large))
    keys = ["folder", "other"] if options.by == "folder" else key_columns(options.by)
    found = pairs.rename(columns={"one": keys[0]})
    if options.by == "pair":
        found = found.assign(programs=_programs(facts, options, found))
    return found.sort_values(["value", "together", *keys], ascending=[False, False, True, True], ignore_index=True)


def _shown(facts: Facts, options: Options) -> pd.Series[str]:
    files = facts["files"]
    return files["path"] if options.scopes is None else files.loc[files["scope"].isin(options.scopes), "path"]


def _programs(facts: Facts, options: Options, pairs: pd.DataFrame) -> pd.Series[int]:
    """Return how many of the two files of each pair are in a programming language."""
    files = facts["files"]
    paths = files.loc[are_programs(files["language"], options), "path"]
    return pairs["path"].isin(paths).astype("int64") + pairs["other"].isin(paths).astype("int64")


def _pairs(commits: pd.Series[int], names: pd.Series[str], whole: int) -> pd.DataFrame:
    """Return `one`, `other` (in the alphabet's order), `value`, `together`, `commits`, `other_commits` and `lift`."""
    codes, texts = pd.factorize(names, sort=True)
    found = count_pairs(commits.to_numpy(np.int64), codes.astype(np.int64), LEAST_TOGETHER)
    single = pd.DataFrame({"commit": commits.to_numpy(), "code": codes}).drop_duplicates()
    each = np.bincount(single["code"], minlength=len(texts)).astype(np.int64)
    first, second = each[found.first], each[found.second]
    return pd.DataFrame(
        {
            "one": pd.Series(np.asarray(texts)[found.first], dtype="str"),
            "other": pd.Series(np.asarray(texts)[found.second], dtype="str"),
            "value": 100 * found.together / np.minimum(first, second),
            "together": found.together,
            "commits": first,
            "other_commits": second,
            "lift": found.together * float(whole) / (first * second),
        }
    )


def _partnered(known: pd.DataFrame, pairs: pd.DataFrame, whole: int, left_out: int) -> pd.DataFrame:
    commits = known.groupby("path")["commit_id"].nunique()
    often = commits[commits >= LEAST_TOGETHER]
    ends = [(pairs["one"], pairs["commits"]), (pairs["other"], pairs["other_commits"])]
    close = {name for names, own in ends for name in names[100 * pairs["together"] >= OFTEN * own]}
    value = 100 * len(close) / len(often) if len(often) else NOT_KNOWN
    return one_value(value, partnered=len(close), files=len(often), pairs=len(pairs), commits=whole, left_out=left_out)
