"""When somebody worked on something: what commits in several repositories can have in common."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders
from analyzer.measure.lineage import present_paths
from analyzer.measure.references import references
from analyzer.measure.touches import MOST_FILES
from analyzer.model.frames import Facts

_SECONDS_A_DAY = 86_400
_BOT = "[bot]"


def occasions(facts: Facts) -> pd.DataFrame:
    """Return `occasion`, `author` and `folder` of what was worked on, each once.

    An occasion is a day (in UTC, by author date) of one author, or an issue that a subject names; the same occasion in
    two repositories has the same text. Authors are told apart by name, or by e-mail where the name is empty: neither
    is for showing. Commits that are no merges, changed at most `MOST_FILES` files, and are by no bot; folders hold
    the files directly that are there at the moment.
    """
    known = facts["changes"][["commit_id"]].assign(path=present_paths(facts))
    sizes = known.groupby("commit_id")["path"].transform("size")
    known = known[(sizes <= MOST_FILES) & known["path"].notna()]
    known = known[["commit_id"]].assign(folder=folders(known["path"])).drop_duplicates()
    found = _named(facts["commits"]).merge(known, on="commit_id")
    return found[["occasion", "author", "folder"]].drop_duplicates().sort_values(["occasion", "folder", "author"])


def _named(commits: pd.DataFrame) -> pd.DataFrame:
    """Return `commit_id`, `author` and `occasion`, a row for each occasion that a commit belongs to."""
    author = commits["author_name"].where(commits["author_name"] != "", commits["author_email"])
    human = ~author.str.endswith(_BOT)
    commits, author = commits[human], author[human]
    days = commits["author_time"] // _SECONDS_A_DAY
    by_day = pd.DataFrame(
        {"commit_id": commits["commit_id"], "author": author, "occasion": days.astype("str") + " " + author}
    )
    named = [references(subject) for subject in commits["subject"]]
    times = np.array([len(some) for some in named], dtype=np.int64)
    by_issue = by_day[["commit_id", "author"]].loc[by_day.index.repeat(times)]
    issues = pd.Series([issue for some in named for issue in sorted(some)], index=by_issue.index, dtype="str")
    return pd.concat([by_day, by_issue.assign(occasion=issues)], ignore_index=True)
