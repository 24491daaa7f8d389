"""Who wrote what survives, and what depends on one person."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.credit import CREDIT_TABLES
from analyzer.measure.derived import derived
from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.knowledge import KNOWLEDGE_SPLITS, Written, split, written
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Surviving lines in files of one person",
    unit="percent",
    needs=(*CREDIT_TABLES, "files"),
    uses=("survivors",),
    by=KNOWLEDGE_SPLITS,
    heeds=("credit",),
)
def ownership(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of the surviving lines of code and comment that lie in files of which one person wrote at least 80 %.

    ## Why it matters
    Whoever wrote what is there can say why it is so. Where all of it is by one person, nobody else may know.

    ## How it is counted
    Lines of code and comment of the files in programming languages, each with the author of the commit that last wrote
    it; scope `source`, or others where they are asked for or split by. A file of at least ten of them depends on one
    person if that person wrote 80 % or more: nobody else then wrote more than a fifth. "dependent" is how many files
    do, "gone" how many of them on somebody without a commit in the last twelve months. By file, folder (of what lies
    directly in it) and scope the value is the main author's share (of equals, the first by name), with that name,
    whether that person is active, and how many people wrote lines; by person, the share of all lines. NaN where the
    history of lines is not read. Lines may count for who committed them instead, or for all whom the commit names as
    co-authors too: then a line of n different people counts 1/n for each, so that shares still sum to 100 %, and what
    two wrote together depends on neither.

    ## What can mislead
    Whoever moves or reformats a line becomes its author. Who reviews, answers and remembers may have written nothing.
    One person under two names is two.
    """
    if facts.get("survivors") is None:
        return _unknown(options)
    return split(_written(facts, options), options.by)


@derived("identity", "people", "scopes", "by", "credit", "categories")
def _written(facts: Facts, options: Options) -> Written:
    survivors = facts["survivors"]
    return written(facts, options, survivors.assign(lines=survivors["code"] + survivors["comment"]))


def _unknown(options: Options) -> pd.DataFrame:
    if options.by is None:
        return pd.DataFrame({"value": [NOT_KNOWN]})
    keys = ["path", "language"] if options.by == "file" else [options.by]
    return pd.DataFrame({name: pd.Series([], dtype="str") for name in keys} | {"value": pd.Series([], dtype="float64")})
