"""Where the comments are: whole tables, largest folders, longest and most commented files."""

import pandas as pd

from analyzer.compare.asks.comments import FILES_SHOWN, FOLDERS_SHOWN
from analyzer.compare.places import places
from analyzer.model.comparison import Column, Spot


def column(name="a"):
    return Column(name, f"https://example.org/{name}", "main", "0" * 40, 0, 0)


def told(slug, rows, name="a"):
    return places([column(name)], {(name, slug): pd.DataFrame(rows)})[slug]


def folder(name, code, comment=0):
    return {"folder": name, "value": float("nan"), "comment": comment, "code": code}


def names(rows):
    return [spot.name for spot in told("comments-by-folder", rows)]


def test_what_was_not_measured_has_no_spot():
    assert set(places([column()], {}).values()) == {()}


def test_a_table_becomes_spots_in_its_order_and_what_cannot_be_told_is_none():
    rows = [
        {"scope": "tests", "value": 12.5, "code": 7, "comment": 1},
        {"scope": "x", "value": float("nan"), "code": 0},
    ]
    assert told("comments-by-scope", rows) == (
        Spot("a", "tests", 12.5, {"code": 7, "comment": 1}),
        Spot("a", "x", None, {"code": 0}),
    )


def test_repositories_follow_their_columns():
    tables = {(name, "comments-by-scope"): pd.DataFrame([{"scope": name, "value": 1.0}]) for name in "ba"}
    found = places([column("a"), column("b")], tables)["comments-by-scope"]
    assert [spot.repository for spot in found] == ["a", "b"]


def test_folders_are_summed_with_their_subfolders_largest_first():
    rows = [folder("one", 20, 20), folder("one/x", 10), folder("two", 45, 5), folder(".", 1)]
    assert told("comments-by-folder", rows) == (
        Spot("a", "one/", 40.0, {"comment": 20, "code": 30}),
        Spot("a", "two/", 10.0, {"comment": 5, "code": 45}),
        Spot("a", "*", 0, {"comment": 0, "code": 1}),
    )


def test_a_folder_with_most_of_the_lines_is_opened_as_deep_as_that_is_so():
    rows = [folder("src/flask", 70), folder("src/flask/json", 20), folder("src/flask/json/deep", 5), folder("docs", 4)]
    assert names(rows) == ["src/flask/*", "src/flask/json/", "docs/"]


def test_half_of_the_lines_are_not_most():
    assert names([folder("a/x", 25), folder("a/y", 25), folder("b", 50)]) == ["a/", "b/"]


def test_few_folders_are_shown_and_none_without_a_line():
    assert len(names([folder(f"f{number}", 10) for number in range(20)])) == FOLDERS_SHOWN
    assert names([folder("empty", 0)]) == []


def test_where_a_definition_has_sides_of_its_own_these_are_divided():
    row = {**folder("a", 10, 5), "numerator": 3, "denominator": 30}
    (spot,) = told("comments-by-folder", [row])
    assert spot.value == 10


def test_the_most_commented_files_are_not_short_and_the_longest_come_first_among_equals():
    rows = [
        {"path": name, "language": "Python", "value": value, "comment": comment, "code": code}
        for name, value, comment, code in [
            ("short.py", 98.0, 49, 0),
            ("a.py", 50.0, 25, 25),
            ("b.py", 50.0, 50, 50),
            ("c.py", 60.0, 30, 20),
            ("bare.py", 0.0, 0, 90),
        ]
    ]
    assert [spot.name for spot in told("most-commented", rows)] == ["c.py", "b.py", "a.py"]


def test_few_files_are_shown():
    rows = [{"path": f"{place}.py", "value": 100 - place, "files": 1, "code": 100 - place} for place in range(9)]
    assert [spot.value for spot in told("uncommented", rows)] == [100 - place for place in range(FILES_SHOWN)]


def test_pairs_functions_and_main_authors_have_words_beside_the_value():
    pair = {"path": "a.py", "other": "b.py", "value": 50.0, "together": 5}
    assert told("pairs", [{**pair, "programs": 2}]) == (
        Spot("a", "a.py", 50, {"together": 5, "programs": 2}, other="b.py"),
    )
    function = {"path": "a.py", "language": "Python", "function": "f", "line": 7, "value": 50.0, "commits": 2}
    assert told("hot-functions", [function]) == (Spot("a", "f", 50, {"commits": 2}, "a.py:7"),)
    written = {"path": "a.py", "language": "Python", "value": 90.0, "label": "Ada", "active": 1, "depends": 1}
    assert told("owned-files", [written]) == (Spot("a", "a.py", 90, {"active": 1, "depends": 1}, label="Ada"),)


def test_only_pairs_of_programs_that_often_change_together_are_shown_most_commits_first():
    rows = [
        {"path": name, "other": "z.py", "value": value, "together": together, "programs": programs}
        for name, value, together, programs in [
            ("few.py", 90.0, 5, 2),
            ("many.py", 50.0, 50, 2),
            ("seldom.py", 49.9, 99, 2),
            ("notes.txt", 99.0, 99, 1),
        ]
    ]
    assert [spot.name for spot in told("pairs", rows)] == ["many.py", "few.py"]


def test_only_what_depends_on_one_person_is_shown():
    rows = [
        {"folder": name, "value": 90.0, "label": "Ada", "active": 1, "depends": depends, "lines": 9}
        for name, depends in [("shared", 0), ("lone", 1)]
    ]
    assert [spot.name for spot in told("owned-folders", rows)] == ["lone"]
    assert told("owned-folders", pd.DataFrame({"folder": [], "value": []})) == ()
