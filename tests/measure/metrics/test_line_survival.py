"""Shares of hand-made lines that last."""

import pandas as pd

from analyzer.measure.metrics.line_survival import line_survival
from tests.build import facts, options

LIVES = (
    {"born": 500, "died": 530, "kind": "code", "scope": "source", "lines": 1},
    {"born": 500, "died": -1, "kind": "code", "scope": "source", "lines": 3},
    {"born": 500, "died": 590, "kind": "docstring", "scope": "tests", "lines": 4},
    {"born": 500, "died": 501, "kind": "blank", "scope": "tests", "lines": 9},
)


def test_seven_of_eight_lines_last_five_years() -> None:
    row = line_survival.measure(facts(lifetimes=LIVES), options()).iloc[0]
    assert row.to_dict() == {"value": 87.5, "written": 8, "there": 3}


def test_every_year_has_the_shares_of_code_and_comments() -> None:
    table = line_survival.measure(facts(lifetimes=LIVES), options(by="age")).set_index("age")
    assert list(table.index) == [str(age) for age in range(1, 9)]
    assert table.loc["2"].tolist() == [100, 100, 100]
    assert table.loc["3"].tolist() == [87.5, 75, 100]
    assert table.loc["7", "value"] == 87.5
    assert table.loc["8", "value"] == 37.5
    assert pd.isna(table.loc["8", "comment"])


def test_kinds_and_scopes_are_told_apart() -> None:
    known = facts(lifetimes=LIVES)
    kinds = line_survival.measure(known, options(by="kind")).set_index("kind")["value"]
    assert kinds.to_dict() == {"code": 75, "comment": 100, "docstring": 100}
    scopes = line_survival.measure(known, options(by="scope")).set_index("scope")["value"]
    assert scopes.to_dict() == {"source": 75, "tests": 100}
