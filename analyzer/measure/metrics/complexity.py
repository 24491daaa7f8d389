"""How much the functions branch."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders, key_columns
from analyzer.measure.radon_files import in_scope, quotients
from analyzer.model.frames import Facts
from analyzer.model.functions import KINDS, RANK_ENDS, RANKS
from analyzer.model.metric import Options, metric

_PYTHON = "Python"
_SPLITS = ("function", "file", "folder", "language", "scope", "kind", "rank")
_EVERY_LANGUAGE = frozenset({"function", "file", "language"})
"""Splits of which every row is of one language."""
_BY_LIZARD = "By Lizard, in other languages than Python: not to be compared with Python's."


@metric(title="Cyclomatic complexity", unit="complexity", needs=("functions",), by=_SPLITS)
def complexity(facts: Facts, options: Options) -> pd.DataFrame:
    """The mean cyclomatic complexity of functions, methods and classes: one more than the branches of each.

    ## Why it matters
    It is the least number of tests that go through a function on every way that it can branch, and the ways that a
    reader has to keep in mind.

    ## How it is counted
    For Python as `radon cc -a` does: over all functions, methods and classes, but not functions within functions or
    classes within classes; a class counts with the average of its methods. The ranks are Radon's: A to 5, B to 10,
    C to 20, D to 30, E to 40, F above. The parts are how many functions, methods and classes there are, the sum of
    their complexities, the highest, and how many have each rank. One value and its split by kind, rank, folder and
    scope are of Python alone; only a repository without any is measured by Lizard in its other languages. By function,
    file and language the other languages are there too, with functions alone, vendored and generated files left out.
    One value, and its split by language, kind and rank, are of the scope `source`; by scope, folder, file and function
    every file is there. Functions are told with the line where each begins and where its last statement begins.

    ## What can mislead
    Lizard reads tokens and counts other things than Radon, so that figures of other languages are not to be compared
    with Python's, nor with each other. A long `match` or `if` chain that everybody understands is complex, too. Many
    small methods make a low mean.
    """
    functions = in_scope(facts["functions"], options)
    note = ""
    if options.by not in _EVERY_LANGUAGE:
        python = functions["language"] == _PYTHON
        note = "" if python.any() or functions.empty else _BY_LIZARD
        functions = functions[python] if python.any() else functions
    functions = functions.assign(rank=_ranks(functions["complexity"]))
    if options.by == "function":
        return _one_by_one(functions)
    if options.by is None:
        told = _summed(functions.assign(all="all"), ["all"], {"all": ["all"]}).drop(columns="all")
        return told.assign(note=note) if note else told
    functions = functions.assign(folder=pd.Series(folders(functions["path"]), dtype="str", index=functions.index))
    every = {"rank": list(RANKS), "kind": list(KINDS)}
    return _summed(functions, key_columns(options.by), every)


def _ranks(complexities: pd.Series[int]) -> pd.Series[str]:
    letters = np.array(list(RANKS), dtype=object)[np.searchsorted(RANK_ENDS, complexities.to_numpy())]
    return pd.Series(letters, dtype="str", index=complexities.index)


def _one_by_one(functions: pd.DataFrame) -> pd.DataFrame:
    found = functions.rename(columns={"name": "function", "complexity": "value"})
    found = found.sort_values(["path", "language", "line", "function", "value", "end_line"], ignore_index=True)
    return found[["path", "language", "function", "line", "value", "end_line", "kind", "rank", "scope"]]


def _summed(functions: pd.DataFrame, keys: list[str], every: dict[str, list[str]]) -> pd.DataFrame:
    """Return mean and parts by the columns `keys`; `every` says of a single one which values are rows in any case."""
    ranked = {f"rank_{rank.lower()}": (functions["rank"] == rank).astype("int64") for rank in RANKS}
    counted = functions.assign(functions=1, total=functions["complexity"], **ranked)
    groups = counted.groupby(keys, sort=True)
    total = groups[["functions", "total", *ranked]].sum()
    total.insert(2, "most", groups["complexity"].max())
    if keys[0] in every:
        total = total.reindex(pd.Index(every[keys[0]], name=keys[0], dtype="str"), fill_value=0)
    total.insert(0, "value", quotients(total["total"], total["functions"]))
    return total.reset_index()
