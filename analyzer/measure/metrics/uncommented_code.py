"""How much code stands in files without a comment, and in which."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.line_sums import file_lines
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

LEAST_LINES = 10
"""Lines of code; a file of three lines needs no comment."""


@metric(
    title="Code in files without a comment",
    unit="lines",
    needs=("files",),
    by=("file", "folder", "language", "scope"),
    defined=True,
)
def uncommented_code(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines of code in files that have no comment at all, the longest of them first.

    ## Why it matters
    It names the places in which a reader is on their own.

    ## How it is counted
    Lines of code under the definition in files of at least 10 such lines whose comment ratio is 0; the part "files"
    says how many these are, "code" how many lines of code all files have. By file, a row for each of them; otherwise
    parts without such a file are 0. The most lines first.

    ## What can mislead
    Under a definition that counts docstrings, a docstring is a comment. Code that speaks for itself needs none.
    """
    files = file_lines(facts, options)
    bare = (files["numerator"] <= 0) & (files["code"] >= LEAST_LINES)
    files = files.assign(value=files["code"].where(bare, 0), files=bare.astype("int64"))
    if options.by is None:
        return files[["value", "files", "code"]].sum().to_frame().T
    if options.by == "file":
        files = files[bare]
    keys = key_columns(options.by)
    sums = files.groupby(keys)[["value", "files", "code"]].sum().reset_index()
    return sums.sort_values(["value", keys[0]], ascending=[False, True], ignore_index=True)
