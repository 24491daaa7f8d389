"""How many public definitions say what they are for."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders, key_columns, percentages
from analyzer.model.docstrings import KINDS
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.scope import Scope

_SINGULAR = {"classes": "class", "functions": "function", "methods": "method", "modules": "module"}
_OF_THE_FIGURE = tuple(kind for kind in KINDS if kind != "modules")


@metric(title="Docstring coverage", unit="percent", needs=("docstrings",), by=("file", "folder", "scope", "kind"))
def docstring_coverage(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of public classes, functions and methods in Python files that have a docstring, in percent.

    ## Why it matters
    A docstring is the comment that its user reads: in an editor, with `help`, in the reference made from it.

    ## How it is counted
    100 * documented / definitions over the Python files of scope `source`; other scopes where they are asked for or
    split by, as pydocstyle passes over tests. Public is what PEP 8 says: no leading underscore in the name of the
    definition, nor of a class, module or folder around it. So `__init__` and other magic methods are left out; so are
    definitions within functions, setters and deleters of properties, and `typing.overload`, by the rules of pydocstyle
    and interrogate. `__all__` is not read. Modules are in a split by kind only, every public one, also without any
    code. A file that the Python running Diptych cannot parse is in neither number, but in the part `not_parsed` and in
    the list of what was not counted.

    ## What can mislead
    A docstring may say nothing, and a documented function may be documented elsewhere; code for an older
    Python is not parsed. Names do not always tell what is public.
    """
    table = facts["docstrings"]
    shown = options.scopes if options.scopes is not None or options.by == "scope" else {Scope.SOURCE.value}
    if shown is not None:
        table = table[table["scope"].isin(shown)]
    # An array: an empty list would choose columns.
    table = table[np.array([not _is_private(path) for path in table["path"]], dtype=np.bool_)]
    if options.by == "kind":
        return _by_kind(table)
    files = pd.DataFrame(
        {
            "path": table["path"],
            "language": "Python",
            "folder": pd.Series(folders(table["path"]), dtype="str", index=table.index),
            "scope": table["scope"],
            "documented": table[[f"{kind}_documented" for kind in _OF_THE_FIGURE]].sum(axis="columns"),
            "definitions": table[list(_OF_THE_FIGURE)].sum(axis="columns"),
            "not_parsed": (table["problem"] != "").astype("int64"),
        }
    )
    parts = ["documented", "definitions", "not_parsed"]
    if options.by is None:
        return _divided(files[parts].sum().to_frame().T, [])
    keys = key_columns(options.by)
    return _divided(files.groupby(keys, sort=True)[parts].sum().reset_index(), keys)


def _by_kind(table: pd.DataFrame) -> pd.DataFrame:
    kinds = sorted(KINDS)
    counts = pd.DataFrame(
        {
            "kind": pd.Series([_SINGULAR[kind] for kind in kinds], dtype="str"),
            "documented": [int(table[f"{kind}_documented"].sum()) for kind in kinds],
            "definitions": [int(table[kind].sum()) for kind in kinds],
        }
    )
    return _divided(counts, ["kind"])


def _divided(counts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    parts = [name for name in counts.columns if name not in keys]
    counts = counts.assign(value=percentages(counts["documented"], counts["definitions"]))
    return counts[[*keys, "value", *parts]]


def _is_private(path: str) -> bool:
    names = [name.partition(".")[0] for name in path.split("/")]
    return any(name.startswith("_") and not (name.startswith("__") and name.endswith("__")) for name in names)
