"""Comments that did not go along with their code."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

LEAST_CHANGES = 5
"""Later commits; fewer are the daily work of any file."""


@metric(
    title="Comments older than their code",
    unit="comments",
    needs=("stale_comments",),
    by=("comment", "scope"),
)
def stale_comments(facts: Facts, options: Options) -> pd.DataFrame:
    """The comments that stayed as they were while at least five later commits changed code that they stood by.

    ## Why it matters
    Such a comment may describe what is no longer there: it is worth a look before it is believed.

    ## How it is counted
    A comment of whole lines stands by the lines of code that follow it without a blank line or a comment between; a
    docstring (in three quotation marks) stands by its function, head and body. Its last change is the newest commit of
    the trunk that wrote any of its lines; counted are the later commits of the trunk that added, changed or removed
    code while it stood by it, whether what they wrote is there now or not; blank lines and other comments are no code.
    Programming languages only, without vendored and generated files; commits of `.git-blame-ignore-revs` are passed
    over. By comment, a row for each: where, by how many commits, the last three of them, and how it begins; the most
    changed first. Only the head of the branch is looked at: for other moments it is unknown, as it is where no code
    beside any comment was changed.

    ## What can mislead
    Most of these comments are still true: code may change in ways that its description need not tell.
    """
    table = facts["stale_comments"]
    known = len(table) > 0
    if options.scopes is not None:
        table = table[table["scope"].isin(options.scopes)]
    stale = table["changes"] >= LEAST_CHANGES
    if options.by is None:
        return one_value(int(stale.sum()) if known else np.nan, beside_changed_code=len(table))
    if options.by == "scope":
        sums = stale.astype("int64").groupby(table["scope"]).sum()
        return pd.DataFrame({"scope": pd.Series(sums.index, dtype="str"), "value": sums.to_numpy()})
    return _listed(table[stale])


def _listed(table: pd.DataFrame) -> pd.DataFrame:
    ordered = table.sort_values(["changes", "path", "line"], ascending=[False, True, True], ignore_index=True)
    places = [f"{path}:{line}" for path, line in zip(ordered["path"], ordered["line"], strict=True)]
    ordered = ordered.assign(comment=pd.Series(places, dtype="str", index=ordered.index), value=ordered["changes"])
    return ordered[["comment", "value", "path", "line", "scope", "language", "written", "commits", "words"]]
