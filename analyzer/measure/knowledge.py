"""Who wrote what is there: main authors of files and folders, and what depends on one person."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.measure.complexities import programs
from analyzer.measure.credit import whom
from analyzer.measure.folding import NOT_KNOWN, folders, one_value
from analyzer.measure.identities import persons
from analyzer.measure.windows import Mask, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import TWELVE_MONTHS, Options

ONE_PERSON = 80
"""Percent of a file's lines: from here it depends on whoever wrote them, since nobody else wrote more than a fifth."""
LEAST_LINES = 10
"""A file of three lines depends on nobody."""
_AUTHOR = ["author_name", "author_email"]
KNOWLEDGE_SPLITS = ("file", "folder", "scope", "person")


@dataclass(frozen=True, slots=True)
class Written:
    """Lines by file and person."""

    lines: pd.DataFrame
    """`path`, `language`, `folder`, `scope`, `person` (a number) and `lines`, which are more than 0."""
    names: list[str]
    """What each person is called."""
    active: Mask
    """Whether each person wrote a commit in the twelve months before the moment's end."""


def written(facts: Facts, options: Options, lines: pd.DataFrame) -> Written:
    """Return who wrote the lines of `programs`, from `path`, `author_name`, `author_email`, `lines` and `commit_id`.

    Files that are no longer in the tree are left out. People are told apart as among the commits of the repository.
    Lines are of whom their commit counts for; what several people wrote together is shared among them evenly.
    """
    files = programs(facts["files"], options)
    known = lines[(lines["lines"] > 0) & lines["path"].isin(files["path"])]
    commits, known = whom(facts, options), _credited(facts, options, known.reset_index(drop=True))
    everybody = pd.concat([commits[_AUTHOR], known[_AUTHOR]], ignore_index=True).sort_values(_AUTHOR)
    told_apart = persons(facts, options, everybody)
    codes, names = pd.Series(told_apart.codes, index=everybody.index), told_apart.names
    recent = inside(facts["commits"]["author_time"].to_numpy(), TWELVE_MONTHS, facts.moment.end)
    active = np.zeros(len(names), dtype=np.bool_)
    of_rows = codes.sort_index().to_numpy()
    active[of_rows[: len(commits)][recent[commits["row"]]]] = True
    told = known[["row", "path", "lines"]].assign(person=of_rows[len(commits) :])
    if options.credit == "co-authors":
        told = told.drop_duplicates(["row", "person"])
        told = told.assign(lines=told["lines"] / told.groupby("row")["person"].transform("size"))
    told = told.groupby(["path", "person"], sort=True)["lines"].sum().reset_index()
    told = told.merge(files[["path", "language", "scope"]], on="path")
    return Written(told.assign(folder=pd.Series(folders(told["path"]), dtype="str", index=told.index)), names, active)


def _credited(facts: Facts, options: Options, lines: pd.DataFrame) -> pd.DataFrame:
    """Return the lines by whom they count for: a row for each of these, and in `row` from which one it is."""
    lines = lines.assign(row=lines.index)
    if options.credit == "author":
        return lines
    given = whom(facts, options)
    given = given.assign(commit_id=facts["commits"]["commit_id"].to_numpy()[given["row"]]).drop(columns="row")
    found = lines.merge(given, on="commit_id", how="left", suffixes=("_own", ""))
    # What a commit wrote that is none of the facts' is its author's.
    return found.assign(**{name: found[name].fillna(found[f"{name}_own"]) for name in _AUTHOR})


def split(known: Written, by: str | None) -> pd.DataFrame:
    """Return the knowledge by `KNOWLEDGE_SPLITS`, the most lines first; without, how much depends on one person."""
    if by is None:
        return _dependent(known)
    if by == "person":
        return _people(known)
    keys = ["path", "language"] if by == "file" else [by]
    found = main_authors(known, keys)
    found = found.assign(
        depends=one_person(found).astype(np.int64),
        value=100 * found["main_lines"] / found["lines"],
        active=known.active[found["person"]].astype(np.int64),
        label=pd.Series([known.names[one] for one in found["person"]], dtype="str"),
    )
    found = found.sort_values(["lines", *keys], ascending=[False, *(True for _ in keys)], ignore_index=True)
    return found[[*keys, "value", "label", "active", "depends", "authors", "lines"]]


def main_authors(known: Written, keys: list[str]) -> pd.DataFrame:
    """Return `keys`, `person` (who wrote most; of equals the first by name), `main_lines`, `lines` and `authors`."""
    sums = known.lines.groupby([*keys, "person"], sort=True)["lines"].sum().reset_index()
    # Numbers of people follow their names; a stable order keeps the first of equals.
    ranked = sums.sort_values([*keys, "lines"], ascending=[*(True for _ in keys), False], kind="stable")
    main = ranked.drop_duplicates(keys).rename(columns={"lines": "main_lines"})
    groups = sums.groupby(keys)
    totals = groups["lines"].sum().to_frame().assign(authors=groups["person"].nunique()).reset_index()
    # Thirds of lines that were shared must sum to whole ones.
    return main.merge(totals, on=keys).round({"main_lines": 6, "lines": 6})


def one_person(files: pd.DataFrame) -> pd.Series[bool]:
    """Return which files, folders or scopes of `main_authors` depend on one person."""
    return (files["lines"] >= LEAST_LINES) & (100 * files["main_lines"] >= ONE_PERSON * files["lines"])


def _dependent(known: Written) -> pd.DataFrame:
    files = main_authors(known, ["path"])
    lines = round(files["lines"].sum())
    lone = files[one_person(files)]
    gone = lone[~known.active[lone["person"]]]
    value = 100 * float(lone["lines"].sum()) / lines if lines else NOT_KNOWN
    gone_lines = round(gone["lines"].sum())
    return one_value(value, dependent=len(lone), gone=len(gone), gone_lines=gone_lines, files=len(files))


def _people(known: Written) -> pd.DataFrame:
    files = main_authors(known, ["path"])
    lone = files[one_person(files)]
    lines = known.lines.groupby("person")["lines"].sum().round(6)
    numbers = lines.index.to_numpy()
    found = pd.DataFrame(
        {
            "person": pd.Series([known.names[one] for one in numbers], dtype="str"),
            "value": 100 * lines.to_numpy() / max(round(lines.sum()), 1),
            "active": known.active[numbers].astype(np.int64),
            "dependent": lone["person"].value_counts().reindex(numbers).fillna(0).to_numpy(np.int64),
            "files": known.lines.groupby("person")["path"].nunique().to_numpy(),
            "lines": lines.to_numpy(),
        }
    )
    return found.sort_values(["lines", "person", "files"], ascending=[False, True, False], ignore_index=True)
