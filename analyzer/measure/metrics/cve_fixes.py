"""Known vulnerabilities that commits name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS, Periods, in_periods
from analyzer.measure.plain_git import named_cves
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Vulnerabilities named",
    unit="CVEs",
    needs=("commits", "vulnerabilities"),
    by=PERIODS,
    windowed=True,
    plain=named_cves,
    grows=True,
)
def cve_fixes(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of known vulnerabilities (CVEs) that commits name in their message.

    ## Why it matters
    It says how many holes were found and told of. Who looks finds more: it is a sign of care as much as of trouble.

    ## How it is counted
    Different CVE numbers (CVE-2024-12345) anywhere in commit messages, by author date in UTC; the part "commits" is how
    many commits name any. Over the years and other periods each number counts where it is first named, so they sum to
    those of all time with a date that can be true; commits count in their own period.

    ## What can mislead
    A project that fixes without the number, or fixes only on branches that are not read, has none. A message may name
    a number without fixing anything: release notes and lists of past holes do. Of one message the first hundred count.
    """
    table = facts["commits"].sort_values(["author_time", "sha"])
    said = facts["vulnerabilities"].groupby("commit_id")["cve"].agg(list).to_dict()
    named = [said.get(commit, []) for commit in table["commit_id"].tolist()]
    times, end = table["author_time"].to_numpy(), facts.moment.end
    if options.by is not None:
        return _by_period(named, in_periods(times, options.by, options.window, end))
    kept = [numbers for numbers, inner in zip(named, inside(times, options.window, end), strict=True) if inner]
    return one_value(len({number for some in kept for number in some}), commits=sum(map(bool, kept)))


def _by_period(named: Sequence[Sequence[str]], periods: Periods) -> pd.DataFrame:
    """Count numbers where they are first named; `named` is in the order of time."""
    known: set[str] = set()
    new = np.zeros(len(named), dtype=np.int64)
    for place in np.flatnonzero(periods.kept).tolist():
        fresh = set(named[place]) - known
        new[place] = len(fresh)
        known |= fresh
    commits = np.array([bool(some) for some in named], dtype=np.int64)
    return in_order(periods, periods.sums(new), commits=periods.sums(commits))
