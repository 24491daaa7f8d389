"""The two sums of the comment ratio, file by file and along the trunk."""

from __future__ import annotations

from dataclasses import replace

from analyzer.measure.ratio_sums import file_sums, followed, subjects, trunk_sums
from analyzer.model.frames import table
from tests.build import commit, facts, options, rows_as_table


def moved(*rows: tuple[int, str, str]):
    known = facts()
    columns = dict(zip(("position", "previous", "path"), zip(*rows, strict=True), strict=True)) if rows else {}
    renames = table("renames", {name: columns.get(name, []) for name in ("position", "previous", "path")})
    return replace(known, tables={**known.tables, "renames": renames})


def names(known, position: int = 0) -> dict[str, int]:
    files = followed(file_sums(known, options()), known, position)
    return dict(zip(files["path"], files["numerator"].tolist(), strict=True))


def test_each_file_has_the_two_sides_of_the_ratio():
    rows = file_sums(facts(), options(scopes=frozenset({"source", "tests"}))).to_dict("records")
    assert rows == [
        {"path": "src/a.py", "numerator": 5, "denominator": 15},
        {"path": "src/deep/b.py", "numerator": 1, "denominator": 21},
    ]


def test_the_trunk_has_running_sums_with_the_commits_that_made_them():
    rows = trunk_sums(facts(), options())
    assert list(rows["position"]) == [0, 1, 2]
    assert list(rows["sha"]) == [f"{number:040x}" for number in (1, 2, 4)]
    assert rows[["numerator", "denominator"]].to_numpy().tolist() == [[2, 14], [3, 35], [10, 140]]


def test_what_a_moment_has_off_the_trunk_is_not_in_the_running_sums():
    known = facts()
    off = replace(known, moment=replace(known.moment, position=1, on_trunk=False))
    assert list(trunk_sums(off, options())["position"]) == [0, 1]


def test_only_trunk_commits_have_subjects_to_tell():
    known = facts()
    commits = known["commits"].assign(subject=["one", "two", "side", "merge"])
    told = subjects(replace(known, tables={**known.tables, "commits": commits}))
    assert list(told.values()) == ["one", "two", "merge"]


def test_a_moved_file_has_its_later_name():
    known = moved((1, "src/a.py", "lib/a.py"), (2, "lib/a.py", "lib/z.py"))
    assert names(known) == {"lib/z.py": 5, "page.html": 4, "src/deep/b.py": 1}


def test_moves_up_to_the_earlier_moment_are_over():
    assert names(moved((1, "src/a.py", "lib/a.py")), position=1) == {"page.html": 4, "src/a.py": 5, "src/deep/b.py": 1}


def test_files_that_change_places_in_one_commit_do_so_at_once():
    known = moved((1, "src/a.py", "page.html"), (1, "page.html", "src/a.py"))
    assert names(known) == {"page.html": 5, "src/a.py": 4, "src/deep/b.py": 1}


def test_two_files_that_end_under_one_name_are_one():
    assert names(moved((1, "src/a.py", "page.html"))) == {"page.html": 9, "src/deep/b.py": 1}


def test_without_moves_names_stay():
    assert rows_as_table("renames", []).empty
    assert names(moved()) == {"page.html": 4, "src/a.py": 5, "src/deep/b.py": 1}


def test_subjects_are_told_without_addresses():
    told = subjects(
        facts(commits=[commit(1, subject="Reported by bob.smith@corp.example"), commit(2, subject="Plain")])
    )
    assert list(told.values()) == ["Reported by b…@…", "Plain"]
