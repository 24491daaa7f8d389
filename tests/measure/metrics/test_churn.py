"""How much recent commits changed files, and who did."""

import pandas as pd

from analyzer.measure.metrics.churn import churn
from tests.build import BOB, change, commit, facts, options

EVE = "Eve <eve@example.org>"
SOME = facts(
    commits=[
        commit(1, on="2020-06-01"),
        commit(2, by=BOB, on="2020-06-02"),
        commit(3, by=EVE, on="2020-06-03"),
        commit(4, on="2020-06-04"),
    ],
    commit_quality=[{"commit_id": number} for number in (1, 2, 3, 4)],
    paths=["a.py", "b.py", "gone.py"],
    changes=[
        change(1, 1, 90, 0),
        change(2, 1, 3, 1),
        change(3, 1, 20, 6),
        change(1, 2, 0, 0, binary=True),
        change(2, 3, 5, 0),
        change(4, 3, 0, 5, kind="D"),
    ],
    change_quality=[{"commit_id": number, "path_id": 1, "hunks": number} for number in (1, 2, 3)],
)


def by_path(**asked):
    return churn.measure(SOME, options(by="file", **asked)).set_index("path")


def test_a_file_has_its_lines_people_and_hunks():
    row = by_path().loc["a.py"]
    assert (row["value"], row["added"], row["removed"], row["churn"], row["most_added"]) == (120, 113, 7, 106, 90)
    assert (row["commits"], row["contributors"], row["minor"], row["top_share"]) == (3, 3, 1, 75)
    assert row["hunks"] == 2


def test_where_no_line_changed_nobody_wrote_one():
    row = by_path().loc["b.py"]
    assert (row["value"], row["commits"]) == (0, 1)
    assert pd.isna(row["contributors"]) and pd.isna(row["top_share"]) and pd.isna(row["hunks"])


def test_a_deleted_file_is_in_the_sum_and_not_by_file():
    assert list(by_path().index) == ["a.py", "b.py"]
    assert churn.measure(SOME, options())["value"][0] == 130


def test_only_source_unless_asked_otherwise():
    assert churn.measure(SOME, options(scopes=frozenset({"tests"})))["value"][0] == 0


def test_people_are_told_apart_as_asked():
    twins = facts(
        commits=[commit(1), commit(2, by="Ada <other@example.org>")],
        commit_quality=[{"commit_id": 1}, {"commit_id": 2}],
        changes=[change(1, 1), change(2, 1)],
    )
    found = [churn.measure(twins, options(identity=rule))["contributors"][0] for rule in ("raw", "openhub")]
    assert found == [2, 1]
