"""How evenly the commits are spread over people."""

from __future__ import annotations

import pandas as pd

from analyzer.measure import plain_git
from analyzer.measure.contributions import COMMIT_TABLES, Contributions, commits_by_person
from analyzer.measure.shares import gini, largest_share, lorenz, sums
from analyzer.measure.sliding import SLIDING, sliding
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Concentration",
    unit="percent",
    needs=COMMIT_TABLES,
    by=(*SLIDING, "share"),
    windowed=True,
    plain=plain_git.gini,
)
def concentration(facts: Facts, options: Options) -> pd.DataFrame:
    """The Gini index of commits by person, in percent: 0 if all wrote as many, near 100 if one of many wrote all.

    ## Why it matters
    It tells a team of equals from one person with many helpers.

    ## How it is counted
    Twice the area between the Lorenz curve and the diagonal: 100 * (2 * sum of rank * commits / (people * commits of
    all) - (people + 1) / people), people ranked from the fewest commits up. The part "largest" is the share of the
    first in percent. By year or month, of the 12 months (or the window) that end with it. By share, the Lorenz curve:
    what share of the commits a share of the people wrote, in percent, from those with the fewest up.

    ## What can mislead
    Many who send one patch raise it without anybody having left. Of few people it can only be low: of two at most 50.
    """
    commits = commits_by_person(facts, options)
    end = facts.moment.end
    if options.by in SLIDING:
        return sliding(options.by, commits.times, options.window, end, lambda kept: _figures(commits.where(kept)))
    windowed = commits.where(inside(commits.times, options.window, end))
    if options.by == "share":
        return lorenz(sums(windowed.people, windowed.amounts))
    return pd.DataFrame([_figures(windowed)])


def _figures(some: Contributions) -> dict[str, float]:
    amounts = sums(some.people, some.amounts)
    return {"value": gini(amounts), "people": len(amounts), "largest": largest_share(amounts)}
