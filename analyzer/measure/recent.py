"""Recent commits and what PyDriller says of them, joined with their dates, authors and paths."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.identities import PEOPLE_TABLES, persons
from analyzer.measure.periods import Periods, in_periods
from analyzer.model.frames import Facts
from analyzer.model.metric import ALL_TIME, Options

RECENT_TABLES = (*PEOPLE_TABLES, "paths", "commit_quality", "change_quality")
"""The tables that are read here."""
SPLITS = ("commit", "file", "month", "person", "scope")
"""Ways in which sums over the files of recent commits can be split."""


def recent_commits(facts: Facts) -> pd.DataFrame:
    """Return the recent commits that could be read, in the order of their numbers, with the columns of `commits`."""
    looked_at = facts["commit_quality"]
    read = looked_at.loc[looked_at["problem"] == "", "commit_id"]
    commits = facts["commits"]
    return commits[commits["commit_id"].isin(read)].sort_values("commit_id", ignore_index=True)


def recent_files(facts: Facts, options: Options) -> pd.DataFrame:
    """Return a row for each file that a recent commit changed and PyDriller reads, in the scopes asked for.

    Columns: commit_id, path_id, those of Profile, path, scope; by commit, then path. What could not be read is left
    out.
    """
    files = facts["change_quality"]
    files = files[(files["problem"] == "") & files["commit_id"].isin(recent_commits(facts)["commit_id"])]
    table = files.drop(columns="problem").merge(facts["paths"], on="path_id")
    if options.scopes is not None:
        table = table[table["scope"].isin(options.scopes)]
    return table.sort_values(["commit_id", "path_id"], ignore_index=True)


def months_of(commits: pd.DataFrame, facts: Facts) -> Periods:
    """Return the months of commits by author date, up to the moment's end."""
    return in_periods(commits["author_time"].to_numpy(), "month", ALL_TIME, facts.moment.end)


def told_apart(commits: pd.DataFrame, by: str, facts: Facts, options: Options) -> pd.DataFrame:
    """Return `commit_id` and `key`: what a commit belongs to in a split, a number from 0 or more; see `names_of`."""
    if by == "person":
        keys = persons(facts, options, commits).codes
    else:
        months = months_of(commits, facts)
        keys = np.full(len(commits), -1, dtype=np.int64)
        keys[months.kept] = months.index
    return pd.DataFrame({"commit_id": commits["commit_id"], "key": keys})


def names_of(commits: pd.DataFrame, by: str, facts: Facts, options: Options) -> list[str]:
    """Return the names of the numbers that `told_apart` gives; of people never an address."""
    if by == "person":
        return persons(facts, options, commits).names
    return months_of(commits, facts).names


def grouped(files: pd.DataFrame, facts: Facts, options: Options) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (files with a column `group`, groups): every group of the split has a row, in reading order.

    The groups' columns are those that tell them apart (`sha` and `time`, `path` and `language`, `month`, ...).
    """
    commits = recent_commits(facts)
    if options.by is None:
        return files.assign(group=0), pd.DataFrame(index=[0])
    if options.by == "commit":
        places = np.searchsorted(commits["commit_id"].to_numpy(), files["commit_id"].to_numpy())
        return files.assign(group=places), commits[["sha", "commit_time"]].rename(columns={"commit_time": "time"})
    if options.by in ("file", "scope"):
        column = "path" if options.by == "file" else "scope"
        codes, found = pd.factorize(files[column], sort=True)
        key = {"path": found, "language": ""} if options.by == "file" else {"scope": found}
        return files.assign(group=codes), pd.DataFrame(key, index=range(len(found))).astype("str")
    names = names_of(commits, options.by, facts, options)
    keys = told_apart(commits, options.by, facts, options).set_index("commit_id")["key"]
    group = files["commit_id"].map(keys).astype("int64")
    return files.assign(group=group)[group >= 0], pd.DataFrame({options.by: pd.Series(names, dtype="str")})


def sums(files: pd.DataFrame, groups: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return the groups with the sums of columns of their files, 0 without any, and `commits`: how many had files."""
    by_group = files.groupby("group")
    found = by_group[columns].sum().reindex(range(len(groups)), fill_value=0)
    commits = by_group["commit_id"].nunique().reindex(range(len(groups)), fill_value=0)
    return pd.concat([groups, found.assign(commits=commits)], axis="columns")


KINDS = ("size", "complexity", "interfacing")
"""The three kinds of risk."""


def risk(files: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Return the groups with `good_KIND` and `changed_KIND` lines for each kind of risk, and `commits`.

    The lines by which methods of low risk grew and those of high risk shrank are good; within one commit and group
    growth in one file and shrinking in another balance, as in PyDriller's figure for a commit.
    """
    names = [f"{kind}_{level}" for kind in KINDS for level in ("low", "high")]
    net = files.groupby(["group", "commit_id"])[names].sum().reset_index()
    table = net[["group", "commit_id"]].copy()
    for kind in KINDS:
        low, high = net[f"{kind}_low"], net[f"{kind}_high"]
        table[f"good_{kind}"] = low.clip(lower=0) - high.clip(upper=0)
        table[f"changed_{kind}"] = low.abs() + high.abs()
    return sums(table, groups, [name for name in table.columns if name not in ("group", "commit_id")])
