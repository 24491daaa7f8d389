"""How long a file is on average."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.file_counts import FILE_SPLITS, FILE_TABLES, file_counts
from analyzer.measure.folding import key_columns
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Mean file size", unit="lines", needs=FILE_TABLES, unsplit=("files",), by=FILE_SPLITS)
def mean_file_size(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of lines of an average file.

    ## Why it matters
    Over the years it says whether a project grows by new files or by longer ones.

    ## How it is counted
    All lines, code, comment and blank alike, divided by the files whose lines are counted (see `files`). Lines are
    summed first and divided last. Months and commits are running sums along the trunk, exact at every commit. Where
    there is no file, there is no value.

    ## What can mislead
    It is a mean: a few very long files, such as data and translations, raise it much. Split by language or limit the
    scope to see the code apart.
    """
    counts = file_counts(facts, options)
    counts = counts.assign(value=_divided(counts["lines"], counts["files"]))
    return counts[[*key_columns(options.by), "value", "lines", "files"]]


def _divided(lines: pd.Series[int], files: pd.Series[int]) -> pd.Series[float]:
    return lines / files.where(files > 0, np.nan)
