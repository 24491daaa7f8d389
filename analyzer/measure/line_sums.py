"""Lines under a definition of comment: the linear forms applied to line vectors, language by language."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.folding import folders, key_columns
from analyzer.measure.trunk import at_commits, at_months, line_of
from analyzer.model.definition import Definition, Form
from analyzer.model.frames import Facts
from analyzer.model.lines import FIELDS, PARTITION
from analyzer.model.metric import Options

SUMS = ("code", "comment", "blank", "total", "numerator", "denominator")
"""What the lines come to: three kinds under the definition, all lines of any kind, and the two sides of the ratio."""

LINE_TABLES = ("files", "growth", "commits")
"""The tables that `lines_split` reads."""
LINE_SPLITS = ("file", "folder", "language", "scope", "month", "commit")
"""The ways in which it can split."""


def lines_split(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the `SUMS` by `options.by`, its columns first; one row without it.

    The files of the moment give the first four splits. Months and commits are running sums along the trunk, whose
    last row is the moment again.
    """
    if options.by == "commit":
        return at_commits(growth_lines(facts, options), line_of(facts), SUMS)
    if options.by == "month":
        return at_months(growth_lines(facts, options), facts.moment, SUMS)
    files = file_lines(facts, options)
    if options.by is None:
        return files[list(SUMS)].sum().to_frame().T
    return files.groupby(key_columns(options.by), sort=True)[list(SUMS)].sum().reset_index()


def file_lines(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `path`, `folder`, `language`, `scope` and the `SUMS` of each file that the definition counts."""
    files = facts["files"]
    counted = files[_counted(files, options)]
    keys = counted[["path", "language", "scope"]]
    keys = keys.assign(folder=folders(counted["path"]))
    return pd.concat([keys, _sums(counted, options.definition)], axis="columns")


def growth_lines(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `position`, `sha`, `time`, `language` and the change of the `SUMS`, in the trunk's order."""
    growth = facts["growth"]
    counted = growth[_counted(growth, options)].sort_values("position", kind="stable")
    return pd.concat(
        [counted[["position", "sha", "time", "language"]], _sums(counted, options.definition)], axis="columns"
    )


def _counted(table: pd.DataFrame, options: Options) -> pd.Series[bool]:
    languages = options.definition.languages
    mask = table["language"] != "" if languages is None else table["language"].isin(languages)
    return mask if options.scopes is None else mask & table["scope"].isin(options.scopes)


def _sums(table: pd.DataFrame, definition: Definition) -> pd.DataFrame:
    vectors = table[list(FIELDS)].to_numpy(dtype=np.int64)
    sums = np.zeros((len(table), len(SUMS)), dtype=np.int64)
    codes, languages = pd.factorize(table["language"])
    for code, language in enumerate(languages):
        rows = np.flatnonzero(codes == code)
        sums[rows] = vectors[rows] @ coefficients(definition, str(language))
    return pd.DataFrame(sums, index=table.index, columns=list(SUMS))


def coefficients(definition: Definition, language: str) -> npt.NDArray[np.int64]:
    """Return a column for each of the `SUMS`: what each field of the line vector counts in it."""
    rule = definition.rule_for(language)
    code, comment = _column(rule.code), _column(rule.comment)
    numerator = comment if definition.numerator is None else _column(definition.numerator)
    whole = code if definition.per_code else code + comment
    denominator = whole if definition.denominator is None else _column(definition.denominator)
    total = _column(dict.fromkeys(PARTITION, 1))
    return np.column_stack([code, comment, _column(rule.blank), total, numerator, denominator])


def _column(form: Form) -> npt.NDArray[np.int64]:
    return np.array([form.get(field, 0) for field in FIELDS], dtype=np.int64)


def own_sides(definition: Definition) -> bool:
    """Whether the ratio divides something else than comments by code and comments."""
    return definition.numerator is not None or definition.denominator is not None
