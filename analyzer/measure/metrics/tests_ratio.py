"""How much test code there is beside the code that it tests."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analyzer.measure.folding import percentages
from analyzer.measure.line_sums import LINE_TABLES, lines_split
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.scope import Scope

_KEYS = {"month": ["month"], "commit": ["sha", "time"]}


@metric(
    title="Test code to source code",
    unit="percent",
    needs=LINE_TABLES,
    unsplit=("files",),
    by=("month", "commit"),
    defined=True,
)
def tests_ratio(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines of test code for every hundred lines of source code, as a percentage that may be over 100.

    ## Why it matters
    Over the years it says whether tests are written along with the code.

    ## How it is counted
    100 * lines of code in scope `tests` / lines of code in scope `source`, in the languages and by the rules of the
    definition, at every commit. Scopes are told by paths; other scopes than these two are in neither number. Where
    there is no source, there is no value.

    ## What can mislead
    Lines say nothing of what the tests reach. Data that tests read counts where it is written in a counted language,
    and test helpers that are shipped to users are source.
    """
    tests, source = (
        lines_split(facts, replace(options, scopes=frozenset({scope.value}))) for scope in (Scope.TESTS, Scope.SOURCE)
    )
    keys = _KEYS.get(options.by or "", [])
    if options.by == "month":
        tests, source = _aligned(tests, source)
    value = percentages(tests["code"], source["code"])
    return source[keys].assign(value=value, tests=tests["code"].to_numpy(), source=source["code"].to_numpy())


def _aligned(tests: pd.DataFrame, source: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return both with all months of either: before a scope had its first line it had none."""
    months = sorted({*tests["month"], *source["month"]})
    first, second = (table.set_index("month").reindex(months, fill_value=0).reset_index() for table in (tests, source))
    return first, second
