"""Sizes of commits."""

from analyzer.measure.metrics.commit_size import commit_size
from analyzer.model.metric import THIRTY_DAYS
from tests.build import change, commit, facts, options

CLASSES = ("none", "up_to_10", "up_to_50", "up_to_200", "up_to_1000", "more")


def of(*lines, on="2020-06-20"):
    return facts(
        commits=[commit(number, on=on) for number, _ in enumerate(lines, 1)],
        changes=[change(number, 1, added=size) for number, size in enumerate(lines, 1) if size is not None],
    )


def row(made, **asked):
    return commit_size.measure(made, options(**asked)).iloc[0].to_dict()


def test_lines_added_and_removed_in_all_files_make_the_size():
    told = row(facts(commits=[commit(1)], changes=[change(1, 1, 10, 5), change(1, 2, 3)]))
    assert (told["value"], told["files"], told["commits"]) == (18, 2, 1)


def test_merges_have_no_size_and_a_commit_without_changes_is_none():
    told = row(facts())
    assert (told["commits"], told["value"]) == (3, 14)
    assert row(of(None, 0, 4))["none"] == 2


def test_edges_belong_to_the_lower_class():
    told = row(of(None, 1, 10, 11, 50, 51, 200, 201, 1_000, 1_001, 10**6))
    assert [told[name] for name in CLASSES] == [1, 2, 2, 2, 2, 2]


def test_quartiles_lie_between_commits():
    told = row(of(0, 100, 200, 700))
    assert (told["value"], told["lower_quartile"], told["upper_quartile"]) == (150, 75, 325)


def test_one_huge_commit_does_not_move_the_middle():
    assert row(of(5, 5, 10**9))["value"] == 5


def test_without_commits_there_is_no_middle():
    told = row(of(5, on="2020-01-01"), window=THIRTY_DAYS)
    assert told["value"] != told["value"]
    assert told["commits"] == 0


def test_each_period_has_the_sizes_of_its_commits():
    measured = commit_size.measure(facts(), options(by="year"))
    assert measured[["year", "value", "commits", "complete"]].to_dict("records") == [
        {"year": "2019", "value": 10, "commits": 1, "complete": True},
        {"year": "2020", "value": 19.5, "commits": 2, "complete": False},
    ]


def test_a_period_without_commits_is_there_and_has_none():
    measured = commit_size.measure(facts(), options(by="quarter")).set_index("quarter")
    assert measured["value"].isna().tolist() == [False, True, True, True, False, False, True]


def test_only_the_scopes_asked_for_have_lines():
    assert row(facts(), scopes=frozenset({"vendored"}))["none"] == 3
