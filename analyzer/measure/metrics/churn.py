"""How much recent commits changed each file, how often, and how many people did."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders, key_columns
from analyzer.measure.identities import people
from analyzer.measure.recent import RECENT_TABLES, recent_commits
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.scope import Scope

MINOR = 0.05
"""Who wrote a smaller share of a file's changed lines is a minor contributor."""
_SUMMED = ["value", "added", "removed", "churn"]


@metric(title="Lines churned", unit="lines", needs=(*RECENT_TABLES, "changes"), by=("file", "folder", "scope"))
def churn(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines that recent commits added to and removed from files of source, and by how many people.

    ## Why it matters
    Files that many people change often and in many places are where faults are found later: these are the process
    metrics that predict them.

    ## How it is counted
    Over the files of scope `source`, other scopes where they are asked for or split by: the value is the lines added
    and removed. The parts follow PyDriller's process metrics: "added", "removed" and "most_added" in one commit
    (LinesCount); "churn", added less removed (CodeChurn); "commits"; "contributors", of whom "minor" wrote under 5 %
    of the lines each (ContributorsCount), and "top_share", the percent of them by whoever wrote most
    (ContributorsExperience), both unknown where no line changed; "hunks", the median of the unbroken runs of changed
    lines (HunksCount), for languages that Lizard reads. Files that are deleted are left out by file only. It covers
    the newest commits without merges by author date: at most as many, and as many months back from the moment's end,
    as `commits` (500) and `months` (12) under `[quality]` say. The most lines first.

    ## What can mislead
    A renamed file begins anew. Reformatting counts like any other change.
    """
    table = _changes(facts, options)
    if options.by is None:
        return _of(table.assign(whole=""), ["whole"]).drop(columns="whole") if len(table) else _nothing()
    keys = key_columns(options.by)
    if options.by == "file":
        newest = table.sort_values("commit_id", kind="stable").groupby("path")["kind"].last()
        table = table[table["path"].map(newest) != "D"]
    found = _of(table, keys)
    return found.sort_values(["value", *keys], ascending=[False, *([True] * len(keys))], ignore_index=True)


def _changes(facts: Facts, options: Options) -> pd.DataFrame:
    """Return a row for each file of each recent commit in the scopes, with who wrote it and how many hunks it has."""
    commits = recent_commits(facts)
    authors = pd.DataFrame({"commit_id": commits["commit_id"], "person": people(facts, options, commits)})
    table = facts["changes"].merge(authors, on="commit_id").merge(facts["paths"], on="path_id")
    known = facts["change_quality"]
    hunks = known.loc[known["problem"] == "", ["commit_id", "path_id", "hunks"]]
    table = table.merge(hunks, on=["commit_id", "path_id"], how="left")
    shown = options.scopes if options.scopes is not None or options.by == "scope" else {Scope.SOURCE.value}
    if shown is not None:
        table = table[table["scope"].isin(shown)]
    lines = table["added"] + table["deleted"]
    table = table.assign(
        value=lines,
        removed=table["deleted"],
        churn=table["added"] - table["deleted"],
        language="",
        folder=pd.Series(folders(table["path"]), index=table.index, dtype="str"),
    )
    return table.astype({"language": "str"}).sort_values(["commit_id", "path_id"], ignore_index=True)


def _of(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    by_key = table.groupby(keys)
    found = by_key[_SUMMED].sum()
    found["most_added"] = by_key["added"].max()
    found["commits"] = by_key["commit_id"].nunique()
    found["hunks"] = by_key["hunks"].median()
    by_person = table.groupby([*keys, "person"])["value"].sum().reset_index()
    by_person["share"] = by_person["value"] / by_person.groupby(keys)["value"].transform("sum").replace(0, np.nan)
    by_person = by_person[by_person["share"].notna()]
    by_person["minor"] = by_person["share"] < MINOR
    of_people = by_person.groupby(keys)
    found["contributors"] = of_people["person"].nunique()
    found["minor"] = of_people["minor"].sum()
    found["top_share"] = 100 * of_people["share"].max()
    return found.reset_index()


def _nothing() -> pd.DataFrame:
    parts = ["most_added", "commits", "hunks", "contributors", "minor", "top_share"]
    unknown = dict.fromkeys(["hunks", "contributors", "minor", "top_share"], np.nan)
    return pd.DataFrame([{**dict.fromkeys([*_SUMMED, *parts], 0), **unknown}])
