"""The two sums of the comment ratio, file by file and along the trunk: what its change is split from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pandas as pd

from analyzer.measure.line_sums import file_lines, growth_lines
from analyzer.model.frames import Facts
from analyzer.model.identity import shown_subject
from analyzer.model.metric import Options

FILE_TABLES = ("files",)
"""The tables that `file_sums` reads."""
TRUNK_TABLES = ("growth", "commits", "renames")
"""Those that the other functions read."""
_SIDES = ["numerator", "denominator"]


def file_sums(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `path`, `numerator` and `denominator` of each file that the definition counts, in lines."""
    return file_lines(facts, options)[["path", *_SIDES]]


def trunk_sums(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `position`, `sha`, `time` and the running `numerator` and `denominator` along the trunk, oldest first.

    A row for each trunk commit, up to the moment, that changed lines which the definition counts. What a moment off
    the trunk has of its own is not in it.
    """
    lines = growth_lines(facts, options)
    lines = lines[lines["position"] <= facts.moment.position]
    steps = lines.groupby("position", sort=True)
    sums = steps[_SIDES].sum().cumsum()
    return pd.concat([steps[["sha", "time"]].first(), sums], axis="columns").reset_index()


def subjects(facts: Facts) -> dict[str, str]:
    """Return the subject of each trunk commit by its hash, without anybody's address."""
    commits = facts["commits"]
    trunk = commits[commits["position"] >= 0]
    return dict(zip(trunk["sha"], map(shown_subject, trunk["subject"]), strict=True))


def followed(files: pd.DataFrame, facts: Facts, position: int) -> pd.DataFrame:
    """Return what `file_sums` gave for the trunk at `position`, with the names that files have at the facts' moment.

    A file that was moved keeps its identity as far as git sees the move in a trunk commit (or merge).
    """
    moved = facts["renames"]
    moved = moved[moved["position"] > position].sort_values("position", kind="stable")
    names = _followed(files["path"], moved.itertuples(index=False, name=None))
    return files.assign(path=files["path"].map(names)).groupby("path", sort=True)[_SIDES].sum().reset_index()


def _followed(paths: Iterable[str], moves: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """Return the last name of each path; moves are (position, from, to), those of one position happen at once."""
    origins = {path: [path] for path in paths}
    for _position, together in groupby(moves, key=lambda move: move[0]):
        arrived: dict[str, list[str]] = {}
        for _, previous, path in together:
            arrived.setdefault(path, []).extend(origins.pop(previous, ()))
        for path, found in arrived.items():
            origins[path] = origins.get(path, []) + found
    return {origin: path for path, found in origins.items() for origin in found}
