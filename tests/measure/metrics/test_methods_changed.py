"""How many methods recent commits changed."""

from analyzer.measure.metrics.methods_changed import methods_changed
from tests.build import facts, options


def measured(**asked):
    return methods_changed.measure(facts(), options(**asked))


def test_methods_of_all_files_and_commits_are_summed():
    row = measured().iloc[0]
    assert (row["value"], row["hunks"], row["commits"]) == (6, 7, 3)


def test_by_person_the_most_first():
    rows = measured(by="person")
    assert list(rows["person"]) == ["Ada", "Bob"]
    assert list(rows["value"]) == [5, 1]


def test_by_file_and_by_commit():
    assert dict(measured(by="file")[["path", "value"]].to_numpy()) == {"src/a.py": 5, "src/deep/b.py": 1}
    assert list(measured(by="commit")["value"]) == [2, 1, 3]


def test_scopes_choose_files():
    assert measured(scopes=frozenset({"tests"}))["value"][0] == 0


def test_a_commit_that_could_not_be_read_is_in_no_sum():
    some = facts(commit_quality=[{"commit_id": 1}, {"commit_id": 2, "problem": "too costly"}])
    assert methods_changed.measure(some, options())["value"][0] == 2
