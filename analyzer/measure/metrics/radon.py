"""Everything that Radon says of Python files, in one table."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.radon_files import python_files, quotients, sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.python_quality import Raw

_SUMMED = [*Raw._fields, "complexity", "blocks"]
_HALSTEAD = {"volume": "halstead_volume", "effort": "halstead_effort", "bugs": "halstead_bugs"}
_AVERAGED = {"maintainability": "maintainability", "difficulty": "halstead_difficulty"}


@metric(title="Source lines by Radon", unit="lines", needs=("radon",), by=("file", "folder", "scope"))
def radon(facts: Facts, options: Options) -> pd.DataFrame:
    """Python's lines of source as Radon counts them, with everything else that Radon says of the same files.

    ## Why it matters
    Whoever uses Radon finds its figures again, for every Python file of a repository, at any commit.

    ## How it is counted
    The value is `sloc`. `loc`, `lloc`, `comments`, `multi`, `blank` and `single_comments` are those of `radon raw`,
    the three shares behind them, in percent, those of its summary. `complexity` is the cyclomatic complexity of whole
    files: Radon's total, which counts each branch of a file once, whether it is in a function or not, and 1 for each
    file, which is what the maintainability index is made from. `blocks` are the functions, methods and classes that
    `radon cc` lists, `mean_complexity` is their average (`radon cc -a`), `most_complex` the highest among them.
    `maintainability` is that of `radon mi`, `halstead_volume`, `halstead_effort` and `halstead_bugs` are the totals of
    `radon hal`. Of several files, maintainability and `halstead_difficulty` are means, the other figures sums. One
    value is that of the scope `source`; by file, folder and scope every Python file is there. A file that the Python
    running Diptych cannot parse is in no figure but `not_parsed`.

    ## What can mislead
    A sum of the complexities of files grows with their number. An empty file has a maintainability of 100.
    """
    files = python_files(facts, options)
    total = sums(files, options.by, [*_SUMMED, "blocks_complexity", *_HALSTEAD, *_AVERAGED, "files", "not_parsed"])
    keys = key_columns(options.by)
    most = files.groupby(keys, sort=True)["most_complex"].max().to_numpy() if keys else [files["most_complex"].max()]
    shares = {
        "comments_of_loc": 100 * quotients(total["comments"], total["loc"]),
        "comments_of_sloc": 100 * quotients(total["comments"], total["sloc"]),
        "comments_and_multi_of_loc": 100 * quotients(total["comments"] + total["multi"], total["loc"]),
    }
    return pd.DataFrame(
        {
            **{key: total[key] for key in keys},
            "value": total["sloc"].where(total["files"] > 0),
            **{name: total[name] for name in Raw._fields},
            **shares,
            "complexity": total["complexity"],
            "blocks": total["blocks"],
            "mean_complexity": quotients(total["blocks_complexity"], total["blocks"]),
            "most_complex": most,
            **{new: quotients(total[old], total["files"]) for old, new in _AVERAGED.items()},
            **{new: total[old] for old, new in _HALSTEAD.items()},
            "files": total["files"],
            "not_parsed": total["not_parsed"],
        }
    )
