"""What recent commits did: how risky, how large, and to which files."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.compare.ask import SOURCE, Ask, Asks

GROUP = "Recent changes"
FILES_SHOWN = 6
_SUMS = ["good", "changed", "commits"]


def _quarters(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each quarter ("2026 Q2"), from rows by month; one without a change has no value."""
    year, month = table["month"].str[:4], table["month"].str[5:].astype("int64")
    names = year + " Q" + ((month + 2) // 3).astype("str")
    found = table.assign(month=names).groupby("month")[_SUMS].sum().reset_index()
    return found.assign(value=100 * found["good"] / found["changed"].replace(0, np.nan))[["month", "value", *_SUMS]]


def _most(table: pd.DataFrame) -> pd.DataFrame:
    # Hunks are known of files with methods only: translations and lists of packages say little of the code.
    return table[(table["value"] > 0) & table["hunks"].notna()].head(FILES_SHOWN)


def _movers(table: pd.DataFrame) -> pd.DataFrame:
    moved = table[table["value"] != 0].assign(size=lambda rows: rows["value"].abs())
    ranked = moved.sort_values(["size", "path"], ascending=[False, True]).head(FILES_SHOWN)
    return ranked.drop(columns="size")


_ROWS = (
    Ask("low-risk-change", GROUP, "Low-risk change (recent commits)", "low_risk_change"),
    Ask("methods-changed", GROUP, "Methods changed (recent commits)", "methods_changed"),
    Ask("complexity-growth", GROUP, "Complexity added (recent commits)", "complexity_growth"),
)
_PLACES = (
    Ask("low-risk-by-kind", "", "By kind of risk", "low_risk_change", by="kind"),
    Ask("low-risk-by-scope", "", "By part of the repository", "low_risk_change", by="scope"),
    Ask("low-risk-by-quarter", "", "By quarter", "low_risk_change", by="month", cut=_quarters),
    Ask("most-churned", "", "Most lines changed", "churn", by="file", identity="openhub", cut=_most),
    Ask("complexity-movers", "", "Complexity", "complexity_growth", by="file", scopes=SOURCE, cut=_movers),
)

ASKED = Asks(__name__, order=30, rows=_ROWS, places=_PLACES, switch="changes")
