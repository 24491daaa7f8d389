"""How complex each file is: by Radon where it was asked, else estimated from the lines of code."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import folders
from analyzer.model.frames import Facts
from analyzer.model.language import Category
from analyzer.model.metric import Options
from analyzer.model.scope import Scope


def programs(table: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Return the files in programming languages: of scope `source`, or of those that are asked for or split by."""
    shown = options.scopes if options.scopes is not None or options.by == "scope" else {Scope.SOURCE.value}
    kept = are_programs(table["language"], options)
    return table[kept if shown is None else kept & table["scope"].isin(shown)]


def are_programs(languages: pd.Series[str], options: Options) -> pd.Series[bool]:
    """Return which of the languages are programming languages; no language is none."""
    logic = {name for name in pd.unique(languages) if name and _is_logic(str(name), options)}
    return languages.isin(logic)


def file_complexities(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `path`, `language`, `folder`, `scope`, `code` (lines), `complexity` and `estimated` (0, 1) of `programs`.

    Radon's complexity of the whole file; for files that Lizard read, that of their functions and methods summed. An
    estimate is as complex on each line of code as the files that were read, of any scope, are together.
    """
    files = programs(facts["files"], options)
    measured = _measured(facts)
    complexity = files["path"].map(measured)
    lines = facts["files"].set_index("path")["code"].reindex(measured.index).sum()
    on_a_line = measured.sum() / lines if len(measured) and lines > 0 else 1.0
    return pd.DataFrame(
        {
            "path": files["path"],
            "language": files["language"],
            "folder": pd.Series(folders(files["path"]), dtype="str", index=files.index),
            "scope": files["scope"],
            "code": files["code"],
            "complexity": complexity.fillna(files["code"] * on_a_line).astype("float64"),
            "estimated": complexity.isna().astype("int64"),
        }
    )


def _measured(facts: Facts) -> pd.Series[float]:
    """Return the complexity of each file that was read, by path."""
    radon, lizard, functions = (facts.get(name) for name in ("radon", "lizard", "functions"))
    found: list[pd.Series[float]] = [pd.Series({}, dtype="float64")]
    if radon is not None:
        parsed = radon[radon["problem"] == ""]
        found.append(parsed.set_index("path")["complexity"].astype("float64"))
    if lizard is not None and functions is not None:
        parsed = lizard[lizard["problem"] == ""]
        of_functions = functions[functions["kind"] != "class"].groupby("path")["complexity"].sum()
        found.append(of_functions.reindex(parsed["path"]).fillna(0).clip(lower=1).astype("float64"))
    measured = pd.concat(found)
    return measured[~measured.index.duplicated()].sort_index()


def _is_logic(language: str, options: Options) -> bool:
    return options.categories.get(language, Category.LOGIC) == Category.LOGIC
