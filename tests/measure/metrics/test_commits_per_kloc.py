"""How much is committed, for the size of the code."""

from analyzer.measure.metrics.commits_per_kloc import commits_per_kloc
from analyzer.model.metric import TWELVE_MONTHS
from tests.build import facts, file, options


def test_commits_are_divided_by_thousands_of_lines():
    known = facts(files=[file("a.py", code=1500), file("logo.png", "", problem="binary")])
    (row,) = commits_per_kloc.measure(known, options(window=TWELVE_MONTHS)).to_dict("records")
    assert row == {"value": 2, "commits": 3, "code": 1500}


def test_without_code_it_cannot_be_told():
    assert commits_per_kloc.measure(facts(files=[]), options())["value"].isna().all()
