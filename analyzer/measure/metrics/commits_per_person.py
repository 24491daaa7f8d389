"""How much each of those who are there writes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.contributions import COMMIT_TABLES, Contributions, commits_by_person
from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.plain_git import mean_commits
from analyzer.measure.sliding import SLIDING, sliding
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Commits per person", unit="commits", needs=COMMIT_TABLES, by=SLIDING, windowed=True, plain=mean_commits)
def commits_per_person(facts: Facts, options: Options) -> pd.DataFrame:
    """The commits of a time divided by the people who wrote them.

    ## Why it matters
    It makes a project of five comparable with one of five hundred.

    ## How it is counted
    Commits, merges among them, by author date, divided by their different authors. The parts are the two numbers. By
    year or month it is that of the 12 months (or of the window) that end with it. Without commits it cannot be told.

    ## What can mislead
    A mean: one person may have written nearly all, see the concentration. Projects that squash have fewer commits.
    """
    commits = commits_by_person(facts, options)
    end = facts.moment.end
    if options.by in SLIDING:
        return sliding(options.by, commits.times, options.window, end, lambda kept: _figures(commits.where(kept)))
    return pd.DataFrame([_figures(commits.where(inside(commits.times, options.window, end)))])


def _figures(some: Contributions) -> dict[str, float]:
    commits, people = len(some.times), len(np.unique(some.people))
    return {"value": commits / people if people else NOT_KNOWN, "commits": commits, "people": people}
