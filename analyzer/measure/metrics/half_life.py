"""After how many years half of the lines are gone."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.lives import by_kind, counts, curve, lives, programmed
from analyzer.measure.lives import half_life as half_life_of
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Half-life of a line",
    unit="years",
    needs=("lifetimes",),
    by=("kind", "scope", "language"),
)
def half_life(facts: Facts, options: Options) -> pd.DataFrame:
    """The years after which half of the lines that were written are gone or changed.

    ## Why it matters
    It tells how fast code moves, and whether comments move with it: a comment that outlives its code is not kept up.

    ## How it is counted
    The median of Kaplan and Meier's estimate over all lines that the trunk ever had, blank ones left out: lines that
    are still there count up to their age. A line is born by the commit that wrote it and ends when it is deleted or
    changed, as `git blame --first-parent` sees it, also where its file is moved. Commits of `.git-blame-ignore-revs`
    are passed over. Files in programming languages, without vendored and generated ones: markup, data and prose are
    left out. Ages are in calendar months. By kind: code, comment (with docstrings) and docstring, as the line was when
    it was written. The parts are the lines that were ever written, and those that are there. Unknown where more than
    half of the lines are still there.

    ## What can mislead
    A line that is moved within a file, or only indented anew, counts as gone and written again. Code that was brought
    in as a whole is as old as its import.
    """
    table = programmed(lives(facts, options), options)
    if options.by is None:
        return pd.DataFrame([_row(table, facts)])
    groups = by_kind(table) if options.by == "kind" else ((str(key), rows) for key, rows in table.groupby(options.by))
    rows = [{options.by: key, **_row(group, facts)} for key, group in groups]
    names = [options.by, *_row(table.iloc[:0], facts)]
    return pd.DataFrame(rows, columns=names).astype({options.by: "str"})


def _row(table: pd.DataFrame, facts: Facts) -> dict[str, float]:
    return {"value": half_life_of(curve(table, facts.moment.end)), **counts(table)}
