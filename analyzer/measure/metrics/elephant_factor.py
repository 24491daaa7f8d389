"""How few organisations make half of the work."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.contributions import COMMIT_TABLES, Contributions, commits_by_person
from analyzer.measure.folding import NOT_KNOWN, percentages
from analyzer.measure.organisations import organisations
from analyzer.measure.shares import fewest_for_half, sums
from analyzer.measure.sliding import SLIDING, sliding
from analyzer.measure.windows import Times, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.organisation import GROUPS


@metric(
    title="Elephant factor",
    unit="organisations",
    needs=COMMIT_TABLES,
    by=(*SLIDING, "organisation"),
    windowed=True,
)
def elephant_factor(facts: Facts, options: Options) -> pd.DataFrame:
    """The smallest number of organisations whose people together made half of the commits that name one.

    ## Why it matters
    If one employer pays for most of the work, the project depends on that employer.

    ## How it is counted
    CHAOSS "Elephant Factor". An organisation is the domain of the author's address, as written, if at least two
    different people ever used it; who shares a name or an address is one. Free mail, addresses that forges hand out,
    private domains (one person only) and what is no domain are left out; the part "told" is the share of commits that
    remains, in percent. By organisation, each domain and each group left out, with its share of all commits. By year or
    month, of the 12 months (or the window) that end with it. Where no commit names an organisation it cannot be told.

    ## What can mislead
    Most people commit with private or free addresses, also at work: where "told" is small, this says little. Clubs,
    universities and mail forwarders are domains, too. A company with two domains is two.
    """
    commits = commits_by_person(facts, options)
    names = organisations(facts["commits"], commits.people)
    codes, labels = pd.factorize(names, sort=True)
    named = ~np.isin(labels, GROUPS)[codes]
    end = facts.moment.end

    def figures(kept: Times) -> dict[str, float]:
        return _figures(codes[kept[named[kept]]], len(kept))

    if options.by in SLIDING:
        return sliding(options.by, commits.times, options.window, end, figures)
    kept = np.flatnonzero(inside(commits.times, options.window, end))
    if options.by is None:
        return pd.DataFrame([figures(kept)])
    return _by_organisation(names[kept], commits.where(kept))


def _figures(codes: np.ndarray, whole: int) -> dict[str, float]:
    amounts = sums(codes, np.ones(len(codes), dtype=np.int64))
    told = 100.0 * len(codes) / whole if whole else NOT_KNOWN
    return {"value": fewest_for_half(amounts), "organisations": len(amounts), "told": told}


def _by_organisation(names: np.ndarray, commits: Contributions) -> pd.DataFrame:
    table = pd.DataFrame({"organisation": pd.Series(names, dtype="str"), "person": commits.people})
    found = table.groupby("organisation")["person"].agg(["size", "nunique"]).reset_index()
    found = found.rename(columns={"size": "value", "nunique": "people"})
    shares = percentages(found["value"], pd.Series(len(table), index=found.index))
    found.insert(2, "share", shares)
    return found.sort_values(["value", "organisation"], ascending=[False, True], ignore_index=True)
