"""What commits of a window did to the files that are there at the moment."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analyzer.measure.changes import CHANGE_TABLES, changes_inside
from analyzer.measure.derived import derived
from analyzer.measure.identities import PEOPLE_TABLES, people
from analyzer.measure.lineage import LINEAGE_TABLES, present_paths
from analyzer.model.frames import Facts
from analyzer.model.metric import Options

MOST_FILES = 50
"""A commit that changed more files says nothing of any two of them."""
TOUCH_TABLES = tuple(sorted({*CHANGE_TABLES, *LINEAGE_TABLES, *PEOPLE_TABLES}))
"""The tables that are read here."""


@derived("window", "identity", "people")
def touches(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `commit_id`, `path`, `lines` (added and deleted) and `person` of each change in the window.

    A row for each file that a non-merge commit changed, by author date, whatever its scope; `path` is that of today,
    NA for files that are no longer there. `person` is a number by the identity rule asked for.
    """
    changes = changes_inside(facts, replace(options, scopes=None))
    commits = facts["commits"]
    authors = pd.Series(people(facts, options), index=commits["commit_id"].to_numpy())
    return pd.DataFrame(
        {
            "commit_id": changes["commit_id"],
            "path": present_paths(facts).loc[changes.index],
            "lines": changes["added"] + changes["deleted"],
            "person": authors.reindex(changes["commit_id"]).to_numpy(),
        }
    )
