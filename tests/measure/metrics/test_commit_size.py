"""How large recent commits are."""

import pandas as pd

from analyzer.measure.metrics.commit_size import commit_size
from tests.build import change, commit, facts, options

SIZES = facts(
    commits=[commit(number, on="2020-06-01") for number in range(1, 6)],
    commit_quality=[{"commit_id": number} for number in (1, 2, 3, 5)],
    changes=[change(1, 1, 4, 5), change(2, 1, 10), change(2, 2, 0), change(3, 1, 700, 300), change(4, 1, 5)],
)


def test_the_median_and_the_classes_are_those_of_the_commits_looked_at():
    row = commit_size.measure(SIZES, options()).iloc[0]
    assert (row["value"], row["commits"], row["largest"]) == (9.5, 4, 1000)
    assert (row["mean"], row["files_mean"], row["files_largest"]) == (1019 / 4, 1, 2)
    classes = ["under_1", "under_10", "under_50", "under_200", "under_1000", "from_1000"]
    assert list(row[classes]) == [1, 1, 1, 0, 0, 1]


def test_scopes_choose_lines_and_not_commits():
    row = commit_size.measure(SIZES, options(scopes=frozenset({"tests"}))).iloc[0]
    assert (row["value"], row["commits"], row["under_1"]) == (0, 4, 4)


def test_by_person_who_committed_most_comes_first():
    rows = commit_size.measure(facts(), options(by="person"))
    assert list(zip(rows["person"], rows["value"], rows["commits"], strict=True)) == [("Ada", 12, 2), ("Bob", 25, 1)]


def test_of_no_commit_there_is_no_median():
    assert pd.isna(commit_size.measure(facts(commit_quality=[]), options())["value"][0])
