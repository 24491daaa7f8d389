"""Where within each repository the comments are: by scope, folder and file."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analyzer.compare.ask import OWN, SOURCE, Ask, Asks

FOLDERS_SHOWN = 8
FILES_SHOWN = 5
LEAST_LINES = 50
"""Lines of code and comment of a file that may stand among the most commented: shorter ones are all header."""
DEEPEST = 3
"""Levels of folders that are opened."""
_OPENED = 0.5
"""A folder with more than this share of the lines says little as a whole: its subfolders stand in its place."""


def _longest(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(FILES_SHOWN)


def _most_commented(table: pd.DataFrame) -> pd.DataFrame:
    long = table[(table["code"] + table["comment"] >= LEAST_LINES) & (table["value"] > 0)]
    return long.sort_values(["value", "comment", "path"], ascending=[False, False, True]).head(FILES_SHOWN)


def _top_folders(table: pd.DataFrame) -> pd.DataFrame:
    """Return the largest folders with all that is in them, their ratio and the sums it is made of.

    Where one folder holds most of the lines, its subfolders and "its own files" stand in its place.
    """
    sums = [name for name in table.columns if name not in ("folder", "value")]
    paths = [[] if path == "." else path.split("/") for path in table["folder"]]
    names = [_top(path, 1) for path in paths]
    for depth in range(1, DEEPEST):
        lines = (table["code"] + table["comment"]).groupby(names).sum()
        large = set(lines[lines > _OPENED * lines.sum()].index)
        names = [_top(path, depth + 1) if name in large else name for path, name in zip(paths, names, strict=True)]
    found = table[sums].groupby(pd.Series(names, index=table.index, name="folder", dtype="str")).sum().reset_index()
    below = found["denominator"] if "denominator" in found else found["code"] + found["comment"]
    above = found["numerator"] if "numerator" in found else found["comment"]
    found = found.assign(value=(100 * above / below.where(below > 0)), size=found["code"] + found["comment"])
    found = found[found["size"] > 0].sort_values(["size", "folder"], ascending=[False, True])
    return found[["folder", "value", *sums]].head(FOLDERS_SHOWN)


def _top(path: Sequence[str], depth: int) -> str:
    """Return the folder that a path is summed in: "django/db/", or "django/*" for what lies in django/ itself."""
    if len(path) >= depth:
        return "/".join(path[:depth]) + "/"
    return "/".join([*path, "*"])


_PLACES = (
    Ask("comments-by-scope", "", "Comment ratio by scope", "comment_ratio", by="scope", definition=True),
    Ask(
        "comments-by-folder",
        "",
        "By folder",
        "comment_ratio",
        by="folder",
        definition=True,
        scopes=SOURCE,
        cut=_top_folders,
    ),
    Ask("comments-of-files", "", "Of files", "file_comment_ratio", definition=True, scopes=OWN),
    Ask("comments-of-source-files", "", "Of source files", "file_comment_ratio", definition=True, scopes=SOURCE),
    Ask("docstrings-by-kind", "", "Docstring coverage by kind", "docstring_coverage", by="kind"),
    Ask(
        "uncommented",
        "",
        "Longest uncommented",
        "uncommented_code",
        by="file",
        definition=True,
        scopes=OWN,
        cut=_longest,
    ),
    Ask(
        "uncommented-source",
        "",
        "In source",
        "uncommented_code",
        by="file",
        definition=True,
        scopes=SOURCE,
        cut=_longest,
    ),
    Ask(
        "most-commented",
        "",
        "Most commented",
        "comment_ratio",
        by="file",
        definition=True,
        scopes=OWN,
        cut=_most_commented,
    ),
    Ask(
        "most-commented-source",
        "",
        "In source",
        "comment_ratio",
        by="file",
        definition=True,
        scopes=SOURCE,
        cut=_most_commented,
    ),
)

ASKED = Asks(__name__, order=20, places=_PLACES)
