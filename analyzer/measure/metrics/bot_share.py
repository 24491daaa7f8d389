"""How many of the commits programs made."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.identities import Recorded
from analyzer.measure.periods import PERIODS
from analyzer.measure.programs import are_programs
from analyzer.measure.share_of_commits import share_of_commits
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Commits by programs", unit="percent", needs=("commits",), by=PERIODS, windowed=True, heeds=("merges",))
def bot_share(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of commits whose author is a program.

    ## Why it matters
    Programs that raise versions or tidy up make activity look busier, and communities larger, than people do.

    ## How it is counted
    Commits, merges among them unless they are left out, by author date in UTC. An author is a program if the recorded
    name, the address, or the login in a forge's no-reply address fits a pattern, by default such as `*[bot]`, `*-bot`,
    `dependabot*`, `renovate` and `pre-commit-ci*`, or those of assistants; `[people]` in the configuration adds
    patterns or takes some out. The parts are the commits by programs and all commits. A month without a commit has no
    share. CHAOSS "Bot Activity".

    ## What can mislead
    A program that commits under a person's name is not seen, and what a program wrote but a person merged by squashing
    counts for whom the forge names as author.
    """
    table = facts["commits"]
    authors = Recorded.of(table["author_name"], table["author_email"])
    return share_of_commits(facts, options, are_programs(authors, options.people), "bots")
