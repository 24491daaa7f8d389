"""Comments that are older than their code, from hand-made rows."""

import pandas as pd

from analyzer.measure.metrics.stale_comments import LEAST_CHANGES, stale_comments
from tests.build import STALE_COMMENTS, facts, options


def test_comments_count_from_five_later_commits_on() -> None:
    assert LEAST_CHANGES == 5
    row = stale_comments.measure(facts(), options()).iloc[0]
    assert row.to_dict() == {"value": 1, "beside_changed_code": 2}


def test_each_comment_says_where_it_is_the_most_changed_first() -> None:
    rows = [*STALE_COMMENTS, {"path": "b.py", "scope": "tests", "line": 7, "changes": 6, "words": "More"}]
    table = stale_comments.measure(facts(stale_comments=rows), options(by="comment"))
    assert table[["comment", "value", "words"]].to_numpy().tolist() == [["b.py:7", 6, "More"], ["src/a.py:3", 5, "Why"]]
    scopes = stale_comments.measure(facts(stale_comments=rows), options(by="scope"))
    assert scopes.to_numpy().tolist() == [["source", 1], ["tests", 1]]


def test_where_no_comment_was_looked_at_the_number_is_unknown() -> None:
    assert pd.isna(stale_comments.measure(facts(stale_comments=[]), options())["value"].iloc[0])
    outside = stale_comments.measure(facts(), options(scopes=frozenset({"tests"}))).iloc[0]
    assert outside["value"] == 0
