"""How easy files are to maintain, by an index of 1992."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.radon_files import python_files, quotients, sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_B, _C = 19, 9
"""Radon's ranks: A is above 19 points, C up to 9."""


@metric(title="Maintainability index", unit="points", needs=("radon",), by=("file", "folder", "scope"))
def maintainability(facts: Facts, options: Options) -> pd.DataFrame:
    """The mean maintainability index of Python files by Radon, from 0 to 100 points.

    ## Why it matters
    One figure for what makes a file hard to change: how long it is, how much it branches, how many different things it
    handles, and how little of it is comment.

    ## How it is counted
    As `radon mi` does, which counts strings of several lines as comments: 171 - 5.2 ln(V) - 0.23 G - 16.2 ln(L) +
    50 sin(sqrt(2.46 C)), brought to 0 to 100; V is Halstead's volume, G the cyclomatic complexity, L the logical
    lines, C the comments per line of source, in percent, as radians. Every file weighs the same. The parts are the
    files, how many of them are of Radon's ranks A (over 19 points), B (over 9) and C, the least index, and the files
    that the Python running Diptych cannot parse. One value is that of the scope `source`; by file, folder and scope
    every Python file is there.

    ## What can mislead
    The formula was fitted to a few systems in C and Pascal. It falls with the length of a file: many short files have
    a higher mean than the same code in few long ones. An empty file, or one without any operator, has 100 points.
    """
    files = python_files(facts, options)
    index, there = files["maintainability"], files["files"] > 0
    files = files.assign(
        rank_a=(there & (index > _B)).astype("int64"),
        rank_b=(there & (index > _C) & (index <= _B)).astype("int64"),
        rank_c=(there & (index <= _C)).astype("int64"),
        least=index.where(there),
    )
    counts = ["files", "rank_a", "rank_b", "rank_c", "not_parsed"]
    keys = key_columns(options.by)
    total = sums(files, options.by, ["maintainability", *counts])
    total["value"] = quotients(total["maintainability"], total["files"])
    total["least"] = files.groupby(keys, sort=True)["least"].min().to_numpy() if keys else files["least"].min()
    return total[[*keys, "value", "least", *counts]]
