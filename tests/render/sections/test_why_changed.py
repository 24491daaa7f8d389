"""Why the comment ratio is no longer what it was."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Prose, Table
from analyzer.model.ratio_change import RatioChange, RatioPart, RatioSplit
from analyzer.render.page import render
from analyzer.render.sections.why_changed import why_changed
from tests.render import build
from tests.render.sections.conftest import small


def part(name: str, points: float) -> RatioPart:
    return RatioPart(name, points, 0, 0)


def blocks(*changes: RatioChange):
    return why_changed.blocks(replace(small(), changes=changes))


def test_it_is_as_it_was(check_gold):
    check_gold(why_changed)


def test_each_repository_has_a_sentence_that_names_what_moved_it_most_and_a_table():
    _, told, table, other, _ = blocks(build.change("flask"), build.change("django"))
    assert isinstance(told, Prose)
    assert isinstance(table, Table)
    assert told.text.startswith("The comment ratio of flask fell from 25.00 %")
    assert "The folder that moved it most is tests/ (−6.00 points)" in told.text
    assert (
        f"the commit that did is {build.sha('flask tests')[:10]} of 18 June 2025 (“Add tests”), −5.50 points."
        in told.text
    )
    assert other.text.startswith("The comment ratio of django fell")
    assert [title for title, _ in table.groups] == ["Folders", "Files", "Commits of the trunk", "Together"]
    assert sum(size for _, size in table.groups) == len(table.rows)
    assert table.rows[-1] == ("The whole", "−5.000", "0", "+1,000")


def test_figures_of_each_split_sum_to_the_whole():
    flask = build.change("flask")
    thirds = RatioSplit(tuple(part(f"{name}/", -5 / 3) for name in "abc"))
    *_, table = blocks(replace(flask, splits={**flask.splits, "folder": thirds}))
    assert [row[1] for row in table.rows[:3]] == ["−1.666", "−1.667", "−1.667"]


def test_the_folder_of_a_file_stands_below_its_name():
    flask = build.change("flask")
    files = RatioSplit((part("src/deep/a.py", -4.0), part("setup.py", -1.0)))
    *_, table = blocks(replace(flask, splits={**flask.splits, "file": files}))
    assert [row[0] for row in table.rows[3:5]] == ["a.py\n`src/deep/`", "setup.py"]


def test_a_commit_without_a_subject_is_said_to_have_none():
    flask = build.change("flask")
    commits = RatioSplit((part(build.sha("x"), -5.0),))
    *_, table = blocks(replace(flask, splits={**flask.splits, "commit": commits}))
    assert table.rows[-2][0] == f"Without a subject\n{build.sha('x')[:10]}"


def test_what_a_repository_wrote_stays_text_on_the_page(tmp_path):
    hostile = replace(build.empty(), changes=build.hostile().changes)
    page = render(hostile, scratch=tmp_path)
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page
    assert "\x1b" not in page


def test_without_changes_there_is_no_section():
    assert why_changed.blocks(build.empty()) == ()


def test_of_more_than_four_repositories_only_what_moved_each_most_is_told():
    names = [f"r{place}" for place in range(5)]
    said, table = why_changed.blocks(build.comparison(names, months=14, commits=4))
    assert "diptych why" in said.text
    assert [row[0] for row in table.rows] == names
    change = build.change("r0")
    folder, commit = change.splits["folder"].parts[0], change.splits["commit"].parts[0]
    assert table.rows[0][4].startswith(f"{folder.name}\n")
    assert table.rows[0][5].startswith(f"{commit.title}\n{commit.name[:10]}")


def test_what_no_split_tells_is_left_open():
    plain = build.comparison([f"r{place}" for place in range(5)], months=14, commits=4)
    empty = [replace(one, splits=dict.fromkeys(one.splits, RatioSplit(()))) for one in plain.changes]
    _, table = why_changed.blocks(replace(plain, changes=tuple(empty)))
    assert table.rows[0][4:] == ("–", "–")
