"""How many recorded identities the mailmap changes."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.identities import Recorded
from analyzer.model.frames import Facts
from analyzer.model.mailmap import Mailmap
from analyzer.model.metric import Options, metric


@metric(title="Identities in the mailmap", unit="identities", needs=("commits", "mailmap"))
def mapped_identities(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of authors' names and addresses that the repository's .mailmap puts others in place of.

    ## Why it matters
    Where nobody keeps a mailmap, one person with two addresses counts as two, unless another rule joins them.

    ## How it is counted
    Different pairs of name and address among the authors of all commits that the .mailmap at the top of the tree at
    the moment changes; the part "identities" is all pairs. Without a .mailmap, or with one that was not read, it cannot
    be told. A mailmap that the configuration names has no say here.

    ## What can mislead
    A mailmap may be of last year. That it is there does not say that it is whole.
    """
    recorded = Recorded.of(facts["commits"]["author_name"], facts["commits"]["author_email"]).identities
    read = facts["mailmap"][facts["mailmap"]["problem"] == ""]
    if read.empty:
        return one_value(NOT_KNOWN, identities=len(recorded))
    known = Mailmap(*read["text"])
    return one_value(sum(known.proper(who) != who for who in recorded), identities=len(recorded))
