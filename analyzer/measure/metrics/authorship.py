"""Who added the lines of each file, and which files are by one person."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.credit import CREDIT_TABLES
from analyzer.measure.derived import derived
from analyzer.measure.knowledge import KNOWLEDGE_SPLITS, Written, split, written
from analyzer.measure.lineage import LINEAGE_TABLES, present_paths
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Lines added to files of one person",
    unit="percent",
    needs=(*CREDIT_TABLES, *LINEAGE_TABLES),
    by=KNOWLEDGE_SPLITS,
    heeds=("credit",),
)
def authorship(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of all lines added to today's program files that went where one person added at least 80 %.

    ## Why it matters
    Whoever wrote a file knows it. Where nobody else ever wrote in it, nobody else may.

    ## How it is counted
    Lines that the commits without merges added to each file in a programming language that is in the tree, renames
    followed, code or not and whether or not they are still there, by author; scope `source`, or others where they are
    asked for or split by. Otherwise as in `ownership`: a file with ten such lines depends on one person from 80 %;
    "dependent" is how many do, "gone" how many of them on somebody without a commit in the last twelve months. By file,
    folder and scope the value is the main author's share, by person the share of all lines. Lines of several co-authors
    are shared among them where these are credited.

    ## What can mislead
    What was written and rewritten long ago counts as much as what is there: `ownership` counts only that. A file that
    was copied, or split from another, begins with whoever did so.
    """
    return split(_written(facts, options), options.by)


@derived("identity", "people", "scopes", "by", "credit", "categories")
def _written(facts: Facts, options: Options) -> Written:
    changes = facts["changes"]
    commits = facts["commits"].set_index("commit_id")
    authors = commits[["author_name", "author_email"]].reindex(changes["commit_id"]).set_axis(changes.index)
    lines = authors.assign(path=present_paths(facts), lines=changes["added"], commit_id=changes["commit_id"])
    return written(facts, options, lines)
