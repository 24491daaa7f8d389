"""How tables of recent changes are cut for a reader."""

import pandas as pd

from analyzer.compare.asks.recent_changes import ASKED, FILES_SHOWN

CUTS = {ask.slug: ask.cut for ask in ASKED.places}


def test_months_are_summed_to_quarters():
    months = pd.DataFrame(
        {
            "month": ["2019-12", "2020-01", "2020-03", "2020-04"],
            "value": [100.0, 10.0, 30.0, float("nan")],
            "good": [1, 10, 90, 0],
            "changed": [1, 100, 300, 0],
            "commits": [1, 2, 3, 0],
        }
    )
    found = CUTS["low-risk-by-quarter"](months)
    assert list(found["month"]) == ["2019 Q4", "2020 Q1", "2020 Q2"]
    assert list(found["value"].fillna(-1)) == [100, 25, -1]
    assert list(found["commits"]) == [1, 5, 0]


def test_what_moved_most_comes_first_whichever_way():
    table = pd.DataFrame({"path": list("dcba"), "value": [3, -5, 0, 5], "commits": 1})
    assert list(CUTS["complexity-movers"](table)["path"]) == ["a", "c", "d"]


def test_few_files_are_shown_and_only_those_with_methods_in_which_a_line_changed():
    table = pd.DataFrame({"path": [str(number) for number in range(9)], "value": range(8, -1, -1), "hunks": 1.0})
    assert len(CUTS["most-churned"](table)) == FILES_SHOWN
    assert len(CUTS["most-churned"](table.tail(2))) == 1
    assert len(CUTS["most-churned"](table.assign(hunks=float("nan")))) == 0
