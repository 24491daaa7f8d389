"""How many files."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.file_counts import FILE_SPLITS, FILE_TABLES, file_counts
from analyzer.measure.folding import key_columns
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Files", unit="files", needs=FILE_TABLES, unsplit=("files",), by=FILE_SPLITS)
def files(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of files whose lines are counted.

    ## Why it matters
    Together with the lines it says whether code lies in many small pieces or a few large ones.

    ## How it is counted
    Files of the tree at the moment in a known language, in the scopes asked for, whichever languages a definition
    leaves out. Binary files, links and files of unknown language are not among them. Months and commits are running
    sums of the files that came and went with each commit of the trunk.

    ## What can mislead
    Tests, documentation and copied libraries have files too: split by scope to see them apart.
    """
    counts = file_counts(facts, options)
    return counts.assign(value=counts["files"])[[*key_columns(options.by), "value"]]
