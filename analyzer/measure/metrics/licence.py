"""Under which licence it is published."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Licence", unit="label", needs=("licences",), by=("file",))
def licence(facts: Facts, options: Options) -> pd.DataFrame:
    """The licences whose texts lie nearest to the top of the tree.

    ## Why it matters
    It decides who may use the code, and how.

    ## How it is counted
    Licence texts in the tree at the moment are recognised by their words and named by SPDX. Those in the folder
    nearest to the top are named, the file with the shortest name first; the part "elsewhere" counts the other texts
    in deeper folders. By file, a row for each text and licence. Open Hub's "Project License".

    ## What can mislead
    Several names may mean a choice, or parts under different terms. A notice within a source file is not read.
    """
    texts = facts["licences"].assign(
        depth=[path.count("/") for path in facts["licences"]["path"]],
        length=facts["licences"]["path"].str.len(),
    )
    texts = texts.sort_values(["depth", "length", "path", "licence"], ignore_index=True)
    if options.by == "file":
        return pd.DataFrame({"path": texts["path"], "value": texts["licence"]})
    near = texts["depth"] == texts["depth"].min()
    names = list(dict.fromkeys(texts.loc[near, "licence"]))
    return one_value(", ".join(names) or None, elsewhere=int((~near).sum()))
