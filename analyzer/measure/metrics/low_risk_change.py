"""How much of what changed is in methods of low risk."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns, percentages
from analyzer.measure.recent import KINDS, RECENT_TABLES, SPLITS, grouped, recent_commits, recent_files, risk
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_TITLES = {"size": "unit size", "complexity": "unit complexity", "interfacing": "unit interfacing"}


@metric(title="Low-risk change", unit="percent", needs=RECENT_TABLES, by=("kind", *SPLITS))
def low_risk_change(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of recent changes to methods that makes methods of low risk grow or those of high risk shrink.

    ## Why it matters
    It tells, commit by commit, whether code is getting easier or harder to maintain, long before it shows in the whole.

    ## How it is counted
    The delta maintainability model (di Biase, Rastogi, Bruntink and van Deursen, 2019) as PyDriller has it. A method
    is of low risk by size with up to 15 lines, by complexity with up to 5 paths, by interface with up to 2
    parameters. In each commit, the lines by which methods of low risk grew and those of high risk shrank are good;
    the share is 100 * good / changed lines, summed over commits and the three kinds. The parts "size", "complexity"
    and "interfacing" are the shares of each kind: for one commit they are PyDriller's `dmm_unit_size`,
    `dmm_unit_complexity` and `dmm_unit_interfacing` in percent; "commits" is how many changed a method's file, and
    without a split "looked_at" how many there were. It covers the newest commits without merges by author date: at
    most as many, and as many months back from the moment's end, as `commits` (500) and `months` (12) under `[quality]`
    say. A commit or file that could not be read is in the list of what was not counted.

    ## What can mislead
    A new method of low risk counts as good, whatever it does, and one that shrinks within its class as bad. Lines
    that change without their number changing are in neither sum. Large commits weigh more than small ones.
    """
    files = recent_files(facts, options)
    if options.by == "kind":
        return _by_kind(files)
    split, groups = grouped(files, facts, options)
    found = risk(split, groups)
    good = found[[f"good_{kind}" for kind in KINDS]].sum(axis="columns")
    changed = found[[f"changed_{kind}" for kind in KINDS]].sum(axis="columns")
    keys = found[key_columns(options.by)]
    shares = {kind: percentages(found[f"good_{kind}"], found[f"changed_{kind}"]) for kind in KINDS}
    table = keys.assign(
        value=percentages(good, changed), **shares, good=good, changed=changed, commits=found["commits"]
    )
    if options.by is None:
        return table.assign(looked_at=len(recent_commits(facts)))
    if options.by == "person":
        return table.sort_values(["changed", "person"], ascending=[False, True], ignore_index=True)
    return table


def _by_kind(files: pd.DataFrame) -> pd.DataFrame:
    found = risk(files.assign(group=0), pd.DataFrame(index=[0])).iloc[0]
    rows = [
        {"kind": _TITLES[kind], "good": int(found[f"good_{kind}"]), "changed": int(found[f"changed_{kind}"])}
        for kind in KINDS
    ]
    table = pd.DataFrame(rows).astype({"kind": "str"})
    table.insert(1, "value", percentages(table["good"], table["changed"]))
    return table.assign(commits=int(found["commits"]))
