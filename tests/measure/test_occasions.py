"""When which folders were worked on."""

from analyzer.measure.occasions import occasions
from analyzer.measure.touches import MOST_FILES
from tests.build import BOB, at, change, commit, facts, file

DAY = at("2020-05-01") // 86_400


def told(commits, changes, paths=("a/x.py", "b/y.py")):
    known = facts(commits=commits, changes=changes, paths=paths, files=[file(path) for path in paths])
    return [tuple(row) for row in occasions(known)[["occasion", "author", "folder"]].to_numpy().tolist()]


def test_a_day_of_an_author_is_one_occasion_whatever_the_number_of_commits():
    commits = [commit(1, on="2020-05-01 00:00:00"), commit(2, on="2020-05-01 23:59:59"), commit(3, on="2020-05-02")]
    found = told(commits, [change(1, 1), change(2, 1), change(2, 2), change(3, 1)])
    assert found == [(f"{DAY} Ada", "Ada", "a"), (f"{DAY} Ada", "Ada", "b"), (f"{DAY + 1} Ada", "Ada", "a")]


def test_an_issue_is_an_occasion_beside_the_day():
    found = told([commit(1, by=BOB, on="2020-05-01", subject="Fix ABC-7")], [change(1, 1)])
    assert found == [(f"{DAY} Bob", "Bob", "a"), ("ABC-7", "Bob", "a")]


def test_the_nameless_are_told_apart_by_address():
    found = told([commit(1, by=" <x@example.org>", on="2020-05-01")], [change(1, 1)])
    assert [author for _, author, _ in found] == ["x@example.org"]


def test_bots_and_large_commits_say_nothing():
    many = tuple(f"{number}.py" for number in range(MOST_FILES + 1))
    assert told([commit(1, by="dependabot[bot] <b@x>")], [change(1, 1)]) == []
    assert told([commit(1)], [change(1, number + 1) for number in range(len(many))], many) == []


def test_nothing_is_no_occasion():
    assert told([commit(1)], []) == []
