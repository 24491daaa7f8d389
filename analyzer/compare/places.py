"""Where within each repository the comments are: tables by scope, folder and file, cut to what a reader looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from analyzer.compare.asks import PLACES
from analyzer.model.comparison import Column, Spot
from analyzer.model.numbers import Number

FOLDERS_SHOWN = 8
FILES_SHOWN = 5
LEAST_LINES = 50
"""Lines of code and comment of a file that may stand among the most commented: shorter ones are all header."""
DEEPEST = 3
"""Levels of folders that are opened."""
_OPENED = 0.5
"""A folder with more than this share of the lines says little as a whole: its subfolders stand in its place."""

Tables = Mapping[tuple[str, str], pd.DataFrame]


def places(columns: Sequence[Column], measured: Tables) -> dict[str, tuple[Spot, ...]]:
    """Return the spots of every slug of `PLACES`, repository by repository.

    `measured` is (repository, slug) -> the metric's table; what is missing from it has no spot.
    """
    return {
        ask.slug: tuple(
            spot
            for column in columns
            if (table := measured.get((column.name, ask.slug))) is not None
            for spot in _spots(column.name, _CUT.get(ask.slug, _whole)(table), ask.by)
        )
        for ask in PLACES
    }


def _spots(repository: str, table: pd.DataFrame, by: str | None) -> list[Spot]:
    spots = []
    for row in table.to_dict("records"):
        name, value = str(row.pop("path" if by == "file" else by)) if by else "", _number(row.pop("value"))
        parts = {str(key): number for key, part in row.items() if (number := _number(part)) is not None}
        spots.append(Spot(repository, name, value, parts))
    return spots


def _number(value: float | str) -> Number | None:
    if isinstance(value, str) or value != value:  # NaN is unequal to itself
        return None
    return int(value) if float(value).is_integer() else float(value)


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    return table


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


_CUT: Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "comments-by-folder": _top_folders,
    "uncommented": _longest,
    "uncommented-source": _longest,
    "most-commented": _most_commented,
    "most-commented-source": _most_commented,
}
