"""Heat by function: how many recent trunk commits changed its lines, times its complexity."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.complexities import programs
from analyzer.measure.folding import NOT_KNOWN, key_columns
from analyzer.measure.function_changes import function_changes
from analyzer.measure.windows import inside, whole
from analyzer.model.edit import DAYS
from analyzer.model.frames import Facts
from analyzer.model.metric import Options

FUNCTION_TABLES = ("functions", "edits", "renames")
"""The tables that are read here, beside `commits` and `files`."""
_PARTS = ("commits", "complexity", "lines")
_DAYS_A_MONTH = 30.5


def hot_functions(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `path`, `language`, `function`, `line`, `value` (percent of the heat) and parts, the hottest first.

    Functions and methods of `programs` that were changed in the window. Nothing where functions or edits are not
    read; NaN for windows that reach further back than edits do, with a row for each function of any change known.
    """
    names = [*key_columns("function"), "value", *_PARTS]
    if any(facts.get(name) is None for name in FUNCTION_TABLES):
        return pd.DataFrame({name: pd.Series([], dtype="str" if name in names[:3] else "float64") for name in names})
    known = facts["functions"]
    shown = programs(facts["files"], options)["path"]
    edited = set(facts["edits"]["path"]) & set(shown)
    known = known[(known["kind"] != "class") & known["path"].isin(edited)]
    known = known.sort_values(["path", "line", "name"], ignore_index=True)
    found = known.assign(function=known["name"], lines=known["end_line"] - known["line"] + 1)
    found = found.assign(commits=_commits(facts, options, known))
    found = found[found["commits"] > 0]
    heat = found["commits"] * found["complexity"]
    found = found.assign(value=100 * heat / heat.sum() if len(found) else NOT_KNOWN)
    if _beyond(options):
        found = found.assign(value=NOT_KNOWN, commits=NOT_KNOWN)
    order = ["value", "path", "line", "function"]
    return found.sort_values(order, ascending=[False, True, True, True], ignore_index=True)[names]


def _commits(facts: Facts, options: Options, known: pd.DataFrame) -> list[int]:
    commits = facts["commits"]
    young = inside(commits["author_time"].to_numpy(), options.window, facts.moment.end)
    # A moment off the trunk comes after all of it.
    counted = {*commits.loc[young, "position"].tolist(), facts.moment.position + 1}
    return [len(counted & set(positions)) for positions in function_changes(facts, known)]


def _beyond(options: Options) -> bool:
    window = options.window
    return whole(window) or (window.months + window.skip) * _DAYS_A_MONTH + window.days > DAYS
