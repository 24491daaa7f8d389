"""Heat: commits times complexity."""

import pytest

from analyzer.measure.metrics.hot_spots import hot_spots
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import BOB, change, commit, facts, file, options, without

# Complexity, then commits in the window: hot 10 * 2, cool 30 * 1, old 50 * 0.
FILES = (
    file("src/hot.py", code=10),
    file("src/cool.py", code=30),
    file("lib/old.py", code=50),
    file("tests/t.py", scope="tests", code=60),
)
PATHS = [one["path"] for one in FILES]
KNOWN = {
    "commits": [commit(1, on="2018-01-01"), commit(2, on="2020-05-01"), commit(3, on="2020-06-20", by=BOB)],
    "changes": [
        *(change(1, number, 5) for number in (1, 2, 3, 4)),
        change(2, 1, 3, 2),
        change(3, 1, 4),
        change(3, 2, 1, 1),
        change(3, 4, 9),
    ],
    "paths": PATHS,
    "files": FILES,
}


def test_the_shares_of_files_are_commits_times_complexity():
    table = hot_spots.measure(facts(**KNOWN), options(by="file", window=TWELVE_MONTHS))
    assert table.to_dict("records") == [
        {
            "path": "src/cool.py",
            "language": "Python",
            "value": 60.0,
            "commits": 1,
            "complexity": 30.0,
            "changed_lines": 2,
            "authors": 1,
            "code": 30,
            "estimated": 1,
        },
        {
            "path": "src/hot.py",
            "language": "Python",
            "value": 40.0,
            "commits": 2,
            "complexity": 10.0,
            "changed_lines": 9,
            "authors": 2,
            "code": 10,
            "estimated": 1,
        },
    ]


def test_a_folder_is_as_hot_as_its_files_and_counts_each_commit_once():
    (folder,) = hot_spots.measure(facts(**KNOWN), options(by="folder", window=TWELVE_MONTHS)).to_dict("records")
    assert (folder["folder"], folder["value"], folder["commits"], folder["complexity"]) == ("src", 100.0, 2, 40.0)


def test_scopes_are_all_there_when_split_by_them():
    table = hot_spots.measure(facts(**KNOWN), options(by="scope", window=TWELVE_MONTHS))
    heats = dict(zip(table["scope"], table["value"], strict=True))
    assert heats == {"tests": pytest.approx(100 * 60 / 110), "source": pytest.approx(100 * 50 / 110)}


def test_the_hottest_tenth_is_at_least_one_file():
    row = hot_spots.measure(facts(**KNOWN), options(window=TWELVE_MONTHS)).iloc[0]
    assert row.to_dict() == {"value": 60.0, "hottest": 1, "files": 3, "changed": 2, "estimated": 3}


def test_of_eleven_files_two_are_the_hottest_tenth():
    files = [file(f"{number}.py", code=10) for number in range(11)]
    changes = [change(1, number + 1) for number in range(11)]
    known = facts(commits=[commit(1)], changes=changes, paths=[one["path"] for one in files], files=files)
    assert hot_spots.measure(known, options())["value"][0] == pytest.approx(100 * 2 / 11)


def test_where_nothing_was_changed_nothing_can_be_told():
    quiet = facts(**{**KNOWN, "commits": [commit(1, on="2018-01-01")], "changes": [change(1, 1)]})
    assert hot_spots.measure(quiet, options(window=THIRTY_DAYS))["value"].isna().all()
    assert len(hot_spots.measure(quiet, options(by="file", window=THIRTY_DAYS))) == 0


def test_radons_complexity_takes_the_place_of_lines():
    radon = [{"path": "src/hot.py", "complexity": 90}, {"path": "src/cool.py", "complexity": 20}]
    table = hot_spots.measure(facts(**KNOWN, radon=radon), options(by="file", window=TWELVE_MONTHS))
    assert table[["path", "value", "estimated"]].to_numpy().tolist() == [
        ["src/hot.py", 90.0, 0],
        ["src/cool.py", 10.0, 0],
    ]


def test_merges_do_not_count_and_renamed_files_keep_their_commits():
    known = facts(
        commits=[commit(1), commit(2), commit(3, parents=2)],
        changes=[change(1, 1), change(2, 2, previous_id=1, kind="R")],
        paths=["was.py", "is.py"],
        files=[file("is.py", code=10)],
    )
    assert hot_spots.measure(known, options(by="file"))[["path", "commits"]].to_numpy().tolist() == [["is.py", 2]]


def function(path, name, line, end_line, complexity, kind="function"):
    return {
        "path": path,
        "language": "Python",
        "name": name,
        "line": line,
        "end_line": end_line,
        "complexity": complexity,
        "kind": kind,
    }


def edit(position, path, line):
    """Return what changed one line."""
    return {"position": position, "path": path, "previous": path, "removed": 1, "added": 1} | dict.fromkeys(
        ("old", "new"), line - 1
    )


FUNCTIONS = facts(
    **KNOWN,
    functions=[
        function("src/hot.py", "f", 1, 9, 4),
        function("src/hot.py", "C", 11, 30, 5, "class"),
        function("src/hot.py", "C.m", 12, 20, 12, "method"),
        function("src/cool.py", "quiet", 1, 9, 50),
        function("tests/t.py", "test", 1, 9, 50),
    ],
    edits=[edit(2, "src/hot.py", 5), edit(1, "src/hot.py", 12), edit(1, "src/hot.py", 6), edit(2, "tests/t.py", 5)],
    renames=[],
)


def test_functions_are_as_hot_as_trunk_commits_that_changed_them_times_their_complexity():
    table = hot_spots.measure(FUNCTIONS, options(by="function", window=TWELVE_MONTHS))
    assert table.to_dict("records") == [
        {
            "path": "src/hot.py",
            "language": "Python",
            "function": name,
            "line": line,
            "value": value,
            "commits": commits,
            "complexity": complexity,
            "lines": 9,
        }
        for name, line, value, commits, complexity in [("C.m", 12, 60.0, 1, 12), ("f", 1, 40.0, 2, 4)]
    ]


def test_only_commits_of_the_window_count_for_functions_too():
    table = hot_spots.measure(FUNCTIONS, options(by="function", window=THIRTY_DAYS))
    assert table[["function", "commits"]].to_numpy().tolist() == [["f", 1]]


def test_beyond_twelve_months_functions_cannot_be_told():
    table = hot_spots.measure(FUNCTIONS, options(by="function"))
    assert table["function"].tolist() == ["f", "C.m"]
    assert table[["value", "commits"]].isna().all(axis=None)


def test_functions_of_other_scopes_are_there_where_they_are_asked_for():
    asked = options(by="function", window=TWELVE_MONTHS, scopes=frozenset({"tests"}))
    assert hot_spots.measure(FUNCTIONS, asked)["function"].tolist() == ["test"]


@pytest.mark.parametrize("table", ["functions", "edits", "renames"])
def test_without_functions_or_edits_there_is_no_row(table):
    asked = options(by="function", window=TWELVE_MONTHS)
    assert len(hot_spots.measure(without(FUNCTIONS, table), asked)) == 0
