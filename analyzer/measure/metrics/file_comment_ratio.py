"""How the comments are spread over the files."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.folding import percentages
from analyzer.measure.line_sums import file_lines
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

LEAST_LINES = 10
"""Lines of code and comment; the ratio of a file of three lines tells of nothing."""
EDGES = (5, 10, 20, 30, 50)


@metric(
    title="Comment ratio of files", unit="percent", needs=("files",), by=("folder", "language", "scope"), defined=True
)
def file_comment_ratio(facts: Facts, options: Options) -> pd.DataFrame:
    """The median of the comment ratios of single files, in percent: half of the files have more, half have less.

    ## Why it matters
    One ratio for all can hide that a few files hold most of the comments.

    ## How it is counted
    The comment ratio of each file with at least 10 lines of code and comment under the definition; each such file
    weighs the same. The parts are how many files these are, the lower and the upper quartile (Hyndman and Fan's
    type 7, linear between two files), and how many files have no comment at all ("none"), some but under 5 %, from
    5 to under 10 %, and so on; the last from 50 %. The counts of these classes sum to the files.

    ## What can mislead
    Small files weigh as much as large ones. Files of several languages are mixed unless it is split by language.
    """
    files = file_lines(facts, options)
    files = files[files["code"] + files["comment"] >= LEAST_LINES]
    files = files.assign(ratio=percentages(files["numerator"], files["denominator"]))
    files = files[files["ratio"].notna()]
    if options.by is None:
        return pd.DataFrame([_distribution(files["ratio"].to_numpy())])
    rows = [{options.by: key, **_distribution(group["ratio"].to_numpy())} for key, group in files.groupby(options.by)]
    names = [options.by, *_distribution(np.array([]))]
    return pd.DataFrame(rows, columns=names).astype({options.by: "str"})


def _distribution(ratios: npt.NDArray[np.float64]) -> dict[str, Any]:
    lower, median, upper = np.quantile(ratios, [0.25, 0.5, 0.75]) if len(ratios) else [np.nan] * 3
    classes = {"none": ratios <= 0, "under_5": (ratios > 0) & (ratios < EDGES[0])}
    classes |= {f"under_{high}": (ratios >= low) & (ratios < high) for low, high in pairwise(EDGES)}
    classes[f"from_{EDGES[-1]}"] = ratios >= EDGES[-1]
    counts = {name: int(np.count_nonzero(inside)) for name, inside in classes.items()}
    return {"value": median, "lower_quartile": lower, "upper_quartile": upper, "files": len(ratios), **counts}
