"""How few people make half of the work."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.contributions import (
    LINE_TABLES,
    Contributions,
    commits_by_person,
    lines_by_person,
    survivors_by_person,
)
from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.plain_git import half_of_commits
from analyzer.measure.shares import fewest_for_half, largest_share, sums
from analyzer.measure.sliding import SLIDING, sliding
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_UNKNOWN = {"value": NOT_KNOWN, "people": NOT_KNOWN, "largest": NOT_KNOWN}


@metric(
    title="Absence factor",
    unit="people",
    needs=LINE_TABLES,
    by=(*SLIDING, "kind"),
    windowed=True,
    plain=half_of_commits,
)
def absence_factor(facts: Facts, options: Options) -> pd.DataFrame:
    """The smallest number of people who together made half of the commits.

    ## Why it matters
    If these few left, half of the work would be without those who did it. It is also known as the bus factor.

    ## How it is counted
    CHAOSS "Contributor Absence Factor": people sorted by commits, as many as it takes to reach 50 %. Commits as the
    commit count has them, by author date. The part "largest" is the share of the first in percent. By year or month, of
    the 12 months (or the window) that end with it. By kind also of lines that commits added and removed, without
    merges, vendored and generated paths; and of the lines of code and comment in the tree, by who last wrote them,
    whatever the window, in a comparison that has read these. Where nothing was contributed it cannot be told.

    ## What can mislead
    Who wrote a commit is not all who know the code. An import or a reformatting makes one person large in lines. Over
    all time it names people who may have left long ago.
    """
    commits = commits_by_person(facts, options)
    if options.by in SLIDING:
        return sliding(
            options.by,
            commits.times,
            options.window,
            facts.moment.end,
            lambda kept: _figures(commits.where(kept)),
        )
    windowed = _in_window(commits, facts, options)
    if options.by is None:
        return pd.DataFrame([_figures(windowed)])
    lines = _in_window(lines_by_person(facts, options), facts, options)
    survivors = survivors_by_person(facts, options)
    kinds = {"commits": windowed, "lines changed": lines, "surviving lines": survivors}
    rows = [{"kind": kind, **(_UNKNOWN if some is None else _figures(some))} for kind, some in kinds.items()]
    return pd.DataFrame(rows).astype({"kind": "str"})


def _in_window(some: Contributions, facts: Facts, options: Options) -> Contributions:
    return some.where(inside(some.times, options.window, facts.moment.end))


def _figures(some: Contributions) -> dict[str, float]:
    amounts = sums(some.people, some.amounts)
    return {"value": fewest_for_half(amounts), "people": len(amounts), "largest": largest_share(amounts)}
