"""How large recent commits are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analyzer.measure.recent import RECENT_TABLES, names_of, recent_commits, told_apart
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

EDGES = (1, 10, 50, 200, 1000)
_PARTS = [*(f"under_{edge}" for edge in EDGES), f"from_{EDGES[-1]}"]


@metric(title="Commit size", unit="lines", needs=(*RECENT_TABLES[:4], "changes"), by=("month", "person"))
def commit_size(facts: Facts, options: Options) -> pd.DataFrame:
    """The median of the lines that recent commits added and removed: half of them changed more, half changed less.

    ## Why it matters
    A small change is read; a large one is skimmed. Reviewers find fewer faults in changes of several hundred lines.

    ## How it is counted
    Lines added and removed by git's own diff in all text files of a commit, in the scopes asked for. The parts are
    how many commits these are, the mean, the largest, the files that a commit changed on average (PyDriller's change
    set) and at most, and how many commits changed no line ("under_1"), 1 to under 10, 10 to under 50, 50 to under
    200, 200 to under 1,000, and 1,000 lines or more. It covers the newest commits without merges by author date: at
    most as many, and as many months back from the moment's end, as `commits` (500) and `months` (12) under `[quality]`
    say.

    ## What can mislead
    Data, translations and generated files count. A project that squashes has larger commits for the same steps.
    """
    commits = recent_commits(facts)
    sizes = _sizes(commits, facts, options)
    if options.by is None:
        return pd.DataFrame([_distribution(sizes)])
    keys = told_apart(commits, options.by, facts, options)["key"]
    names = names_of(commits, options.by, facts, options)
    rows = [{options.by: name, **_distribution(sizes[keys == place])} for place, name in enumerate(names)]
    table = pd.DataFrame(rows, columns=[options.by, *_distribution(sizes[:0])]).astype({options.by: "str"})
    if options.by == "person":
        return table.sort_values(["commits", "person", "value"], ascending=[False, True, False], ignore_index=True)
    return table


def _sizes(commits: pd.DataFrame, facts: Facts, options: Options) -> pd.DataFrame:
    """Return `lines` and `files` of each commit, in the order of `commits`."""
    changes = facts["changes"]
    if options.scopes is not None:
        paths = facts["paths"]
        changes = changes[changes["path_id"].isin(paths.loc[paths["scope"].isin(options.scopes), "path_id"])]
    changes = changes.assign(lines=changes["added"] + changes["deleted"], files=1)
    found = changes.groupby("commit_id")[["lines", "files"]].sum()
    return found.reindex(commits["commit_id"], fill_value=0).reset_index(drop=True)


def _distribution(sizes: pd.DataFrame) -> dict[str, Any]:
    lines, files = sizes["lines"].to_numpy(), sizes["files"].to_numpy()
    some = len(sizes) > 0
    counts = np.histogram(lines, bins=[0, *EDGES, np.inf])[0]
    return {
        "value": float(np.median(lines)) if some else np.nan,
        "commits": len(sizes),
        "mean": float(lines.mean()) if some else np.nan,
        "largest": int(lines.max(initial=0)),
        "files_mean": float(files.mean()) if some else np.nan,
        "files_largest": int(files.max(initial=0)),
        **dict(zip(_PARTS, counts.tolist(), strict=True)),
    }
