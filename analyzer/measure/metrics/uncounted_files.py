"""How many files have no lines in the figures."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.uncounted import Reason


@metric(title="Files not counted", unit="files", needs=("files",), by=("kind",))
def uncounted_files(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of files in the tree whose lines are in no figure, or in doubt.

    ## Why it matters
    A figure of lines is one of the files that could be read.

    ## How it is counted
    Files of the tree at the moment, in the scopes asked for, that are no text by their name (pictures and the like, and
    what `.gitattributes` says is not to be looked at), binary, empty, in no known language, too large to be looked at,
    of unknown encoding, missing from the mirror, or left out by the configuration. By kind there is a row
    for each of these reasons, the most frequent first. The part "tree" is all files.

    ## What can mislead
    Pictures, fonts and the like are most of them in many projects, and have no lines.
    """
    files = facts["files"]
    if options.scopes is not None:
        files = files[files["scope"].isin(options.scopes)]
    nothing = (files["problem"] == "") & (files["language"] == "")
    reasons = files["problem"].mask(nothing, Reason.EMPTY.value)
    problems = reasons[reasons != ""]
    if options.by is None:
        return one_value(len(problems), tree=len(files))
    counts = problems.value_counts().rename_axis("kind").reset_index(name="value")
    counts = counts.sort_values(["value", "kind"], ascending=[False, True], ignore_index=True)
    return counts.astype({"kind": "str"}).assign(tree=len(files))
