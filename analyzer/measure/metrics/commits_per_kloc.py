"""How much is committed, for the size of the code."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.line_sums import lines_split
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Commits per 1,000 lines of code", unit="commits", needs=("files", "commits"), defined=True, windowed=True
)
def commits_per_kloc(facts: Facts, options: Options) -> pd.DataFrame:
    """The commits of a time for every 1,000 lines of code that there are at its end.

    ## Why it matters
    Large code has more to change: for its size it may be quieter than small code.

    ## How it is counted
    Commits, merges among them, by author date, divided by the thousands of lines of code of all files under the
    definition. The parts are the two numbers. Where there is no line of code it cannot be told.

    ## What can mislead
    Generated and copied code makes it small. Commits that change no code count like the others.
    """
    times = facts["commits"]["author_time"].to_numpy(np.int64)
    commits = int(inside(times, options.window, facts.moment.end).sum())
    code = int(lines_split(facts, Options(options.definition, scopes=options.scopes))["code"].iloc[0])
    return one_value(1000 * commits / code if code > 0 else NOT_KNOWN, commits=commits, code=code)
