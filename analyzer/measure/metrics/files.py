"""How many files."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import folders, one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Files", unit="files", needs=("files",), by=("language", "scope", "folder"))
def files(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of files whose lines are counted.

    ## Why it matters
    Together with the lines it says whether code lies in many small pieces or a few large ones.

    ## How it is counted
    Files of the tree at the moment in a known language, in the scopes asked for, whichever languages a definition
    leaves out. Binary files, links and files of unknown language are not among them.

    ## What can mislead
    Tests, documentation and copied libraries have files too: split by scope to see them apart.
    """
    table = facts["files"]
    counted = table[table["language"] != ""]
    if options.scopes is not None:
        counted = counted[counted["scope"].isin(options.scopes)]
    if options.by is None:
        return one_value(len(counted))
    keys = pd.Series(folders(counted["path"]), dtype="str") if options.by == "folder" else counted[options.by]
    return keys.value_counts().sort_index().rename_axis(options.by).rename("value").reset_index()
