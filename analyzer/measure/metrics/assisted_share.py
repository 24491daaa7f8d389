"""How many of the commits say that artificial intelligence helped."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.periods import PERIODS
from analyzer.measure.programs import assisted
from analyzer.measure.share_of_commits import share_of_commits
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Commits with an assistant",
    unit="percent",
    needs=("commits", "trailers"),
    by=PERIODS,
    windowed=True,
    heeds=("merges",),
)
def assisted_share(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of commits that name an assistant of artificial intelligence.

    ## Why it matters
    Who reviews or maintains code may want to know how it came about, and since when.

    ## How it is counted
    Commits, merges among them unless they are left out, by author date in UTC, whose author is an assistant, or whose
    trailers name one: `Co-authored-by` with its name or address, `Assisted-by`, `Generated-by` and the like also with
    the name of a well-known tool. A trailer with a person's address never counts, whatever the person is called.
    `[people]` in the configuration lists more assistants. The parts are these commits and all commits; a month without
    a commit has no share.

    ## What can mislead
    It is a floor: nobody has to say so, a squash merge often drops the trailers of the commits that it joins, and a
    line such as "Generated with ..." that stands above the last paragraph of a message is not seen. A commit that names
    an assistant may owe it one word or everything.
    """
    return share_of_commits(facts, options, assisted(facts, options.people), "assisted")
