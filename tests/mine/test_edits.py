"""Which lines differ between two contents."""

from __future__ import annotations

from pathlib import Path

from analyzer.mine.edits import LARGEST, edits
from analyzer.model.edit import Edit, Hunk
from tests.repos import RepoBuilder, git


def found(tmp_path: Path, *pairs: tuple[str, str]) -> list[tuple[Hunk, ...]]:
    builder = RepoBuilder(tmp_path / "one.git")
    for old, new in pairs:
        builder.commit({"old": old, "new": new})
    builder.build()
    marks = range(1, len(pairs) + 1)
    asked = [
        tuple(git(builder.path, "rev-parse", f"{builder.sha(mark)}:{name}").decode().strip() for name in ("old", "new"))
        for mark in marks
    ]
    made = list(edits(builder.path, asked))
    assert [(edit.old, edit.new) for edit in made] == asked
    return [edit.hunks for edit in made]


def test_hunks_say_what_stands_before_them_and_how_many_lines_went_and_came(tmp_path: Path) -> None:
    changed, added, deleted, all_of_it = found(
        tmp_path, ("a\nb\nc\n", "a\nX\nY\nc\n"), ("a\nc\n", "a\nb\nc\n"), ("a\nb\nc\n", "a\nc\n"), ("", "a\n")
    )
    assert changed == (Hunk(1, 1, 1, 2),)
    assert added == (Hunk(1, 0, 1, 1),)
    assert deleted == (Hunk(1, 1, 1, 0),)
    assert all_of_it == (Hunk(0, 0, 0, 1),)


def test_changes_far_and_near_are_hunks_of_their_own(tmp_path: Path) -> None:
    (hunks,) = found(tmp_path, ("a\nb\nc\nd\n", "A\nb\nC\nd\ne\n"))
    assert hunks == (Hunk(0, 1, 0, 1), Hunk(2, 1, 2, 1), Hunk(4, 0, 4, 1))


def test_what_cannot_be_read_or_is_too_large_has_no_hunks(tmp_path: Path) -> None:
    assert found(tmp_path, ("a\n", "x" * (LARGEST + 1))) == [()]
    missing = ("0" * 40, "1" * 40)
    assert list(edits(tmp_path / "one.git", [missing])) == [Edit(*missing, ())]
