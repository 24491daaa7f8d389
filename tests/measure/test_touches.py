"""What commits of a window did to the files of the tree."""

import pandas as pd

from analyzer.measure.touches import touches
from analyzer.model.metric import THIRTY_DAYS
from tests.build import change, facts, options


def test_a_row_for_each_file_of_each_commit_with_lines_and_author():
    table = touches(facts(), options())
    assert table.to_numpy().tolist() == [
        [1, "src/a.py", 10, 0],
        [2, "src/deep/b.py", 25, 1],
        [3, "src/a.py", 10, 0],
        [3, "page.html", 4, 0],
    ]


def test_only_the_window_is_told():
    assert touches(facts(), options(window=THIRTY_DAYS))["commit_id"].tolist() == [3, 3]


def test_files_of_other_scopes_and_files_that_are_gone_are_told_too():
    known = facts(changes=[change(1, 1), change(1, 4)], paths=["src/a.py", "b", "c", "gone.py"])
    table = touches(known, options(scopes=frozenset({"tests"})))
    assert [None if pd.isna(path) else path for path in table["path"]] == ["src/a.py", None]
