"""What only charts ask for: releases by name, trends year by year, newcomers of every year, folders, warm files."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analyzer.compare.ask import OWN, Ask, Asks

FOLDERS_SHOWN = 48
"""Boxes of a map of folders: more are too small to be seen."""
DEEPEST = 3


def _large_folders(table: pd.DataFrame) -> pd.DataFrame:
    """Return folders that divide the code: the largest opened again and again while there is room.

    The columns are `folder` ("django/db/", "django/*" for what lies in django/ itself), `value` and its parts.
    """
    sums = [name for name in table.columns if name not in ("folder", "value")]
    paths = [() if path == "." else tuple(path.split("/")) for path in table["folder"]]
    sizes = dict(zip(paths, table["code"] + table["comment"], strict=True))
    opened, boxes = _opened(sizes)
    names = pd.Series([_box(path, opened, boxes) for path in paths], index=table.index, name="folder", dtype="str")
    found = table[sums].groupby(names).sum().reset_index()
    below = found["denominator"] if "denominator" in found else found["code"] + found["comment"]
    above = found["numerator"] if "numerator" in found else found["comment"]
    found = found.assign(value=100 * above / below.where(below > 0), size=found["code"] + found["comment"])
    found = found[found["size"] > 0].sort_values(["size", "folder"], ascending=[False, True])
    return found[["folder", "value", *sums]].head(FOLDERS_SHOWN)


def _opened(sizes: dict[tuple[str, ...], float]) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return the folders whose parts stand in their place, as many as there is room for, and all that are shown."""
    totals: dict[tuple[str, ...], float] = {}
    children: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for path, size in sizes.items():
        for depth in range(len(path) + 1):
            totals[path[:depth]] = totals.get(path[:depth], 0) + size
            if depth:
                children.setdefault(path[: depth - 1], set()).add(path[:depth])
    opened: set[tuple[str, ...]] = set()
    shown: set[tuple[str, ...]] = {()}
    for path in _by_size(shown, totals, children):
        # Of more than there is room for, the largest; what is left of the whole stays together.
        fitting = sorted(children[path], key=lambda one: (-totals[one], one))[: FOLDERS_SHOWN - len(shown)]
        if len(fitting) == len(children[path]) or not path:
            opened.add(path)
            shown |= set(fitting)
    return opened, shown


def _by_size(
    shown: set[tuple[str, ...]],
    totals: dict[tuple[str, ...], float],
    children: dict[tuple[str, ...], set[tuple[str, ...]]],
) -> Iterator[tuple[str, ...]]:
    """Yield the largest folder that is shown and can be opened, then the next, `shown` growing meanwhile."""
    done: set[tuple[str, ...]] = set()
    while ready := [path for path in shown - done if len(path) < DEEPEST and path in children]:
        path = min(ready, key=lambda one: (-totals[one], one))
        done.add(path)
        yield path


def _box(path: tuple[str, ...], opened: set[tuple[str, ...]], shown: set[tuple[str, ...]]) -> str:
    depth = 0
    while depth < len(path) and path[:depth] in opened and path[: depth + 1] in shown:
        depth += 1
    if path[:depth] in opened or not depth:
        return "/".join([*path[:depth], "*"])
    return "/".join(path[:depth]) + "/"


_PLACES = (
    Ask("release", "", "Releases", "releases", by="release"),
    Ask("commit-trend-by-age", "", "Year-over-year commits", "commit_trend", by="age"),
    Ask("contributor-trend-by-age", "", "Year-over-year contributors", "contributor_trend", by="age"),
    Ask("all-cohorts", "", "Newcomers by year", "retention", by="cohort"),
    Ask("folders", "", "Folders", "comment_ratio", by="folder", definition=True, scopes=OWN, cut=_large_folders),
)

ASKED = Asks(__name__, order=90, places=_PLACES)
"""Beside what the tables ask."""
