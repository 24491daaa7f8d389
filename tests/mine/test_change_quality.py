"""What commits did to methods, and that no commit can stop the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.mine import change_quality as module
from analyzer.mine.change_quality import change_quality
from analyzer.model.change_quality import FileQuality, Profile
from tests.repos import RepoBuilder, git, symlink

SHORT = "def short(a):\n    return a\n"
LONG = "def long(a, b, c):\n" + "".join(f"    if a == {number}:\n        b += c\n" for number in range(8))


def looked_at(builder: RepoBuilder, *marks: int):
    git_dir = builder.build()
    return change_quality(git_dir, [builder.sha(mark) for mark in marks])


def test_methods_are_divided_by_risk_and_other_files_left_out(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    one = repo.commit({"a.py": SHORT, "notes.txt": "x\n"})
    two = repo.commit({"a.py": SHORT + LONG})
    three = repo.commit({"a.py": None})
    first, second, third = looked_at(repo, one, two, three)
    assert first.files == (FileQuality("a.py", "", Profile(1, 1, 1, 2, 0, 2, 0, 2, 0)),)
    assert second.files == (FileQuality("a.py", "", Profile(1, 1, 9, 0, 17, 0, 17, 0, 17)),)
    assert third.files == (FileQuality("a.py", "", Profile(1, 2, -10, -2, -17, -2, -17, -2, -17)),)
    assert {first.problem, second.problem, third.problem} == {""}


def test_a_file_that_only_moves_changes_nothing(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a.py": LONG, "link.py": symlink("a.py")})
    two = repo.commit({"a.py": None, "b.py": LONG, "link.py": symlink("b.py")})
    (found,) = looked_at(repo, two)
    assert {(file.path, file.profile) for file in found.files} == {("b.py", Profile()), ("link.py", Profile())}


def test_a_merge_has_no_files(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    base = repo.commit({"a.py": SHORT})
    side = repo.commit({"b.py": SHORT}, branch="side", parents=[base])
    main = repo.commit({"c.py": SHORT})
    merge = repo.commit(parents=[main, side])
    (found,) = looked_at(repo, merge)
    assert (found.problem, found.files) == ("", ())


def test_what_is_too_large_is_named_and_the_rest_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    marks = [
        repo.commit({"long.py": "x = 1\n" * 20, "a.py": SHORT}),
        repo.commit({f"{number}.py": SHORT for number in range(4)}),
        repo.commit({f"{number}.py": f"{SHORT}# {number}{'x' * 60}\n" for number in range(3)}),
    ]
    monkeypatch.setattr(module, "LARGEST_FILE", 110)
    monkeypatch.setattr(module, "MOST_FILES", 3)
    monkeypatch.setattr(module, "MOST_BYTES", 280)
    files, many, bytes_ = looked_at(repo, *marks)
    assert {(file.path, file.problem) for file in files.files} == {("long.py", "too large"), ("a.py", "")}
    assert (many.problem, many.files) == ("too large", ())
    assert (bytes_.problem, bytes_.files) == ("too large", ())


def test_what_is_missing_is_named_and_the_rest_read(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    one = repo.commit({"a.py": SHORT, "b.py": LONG})
    two = repo.commit({"a.py": SHORT + "\n\nx = 2\n"})
    git_dir = repo.build(loose=True)
    blob, tree = (git(git_dir, "rev-parse", f"{repo.sha(mark)}{path}").decode().strip()
                  for mark, path in ((one, ":b.py"), (two, "^{tree}")))  # fmt: skip
    (git_dir / "objects" / blob[:2] / blob[2:]).unlink()
    first, second = change_quality(git_dir, [repo.sha(one), repo.sha(two)])
    assert {(file.path, file.problem) for file in first.files} == {("a.py", ""), ("b.py", "broken object")}
    assert [file.problem for file in second.files] == [""]
    (git_dir / "objects" / tree[:2] / tree[2:]).unlink()
    first, second = change_quality(git_dir, [repo.sha(one), repo.sha(two)])
    assert (first.problem, second.problem, second.files) == ("", "broken object", ())


def test_what_no_parser_gets_through_is_named_and_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a.js": "{" * 8000, "b.py": SHORT})
    (found,) = looked_at(repo, mark)
    assert {(file.path, file.problem) for file in found.files} == {("a.js", "not parsed"), ("b.py", "")}
    assert capsys.readouterr() == ("", "")


def test_a_commit_that_takes_too_long_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    slow = repo.commit({"slow.py": '"\\' * 16_000})
    fast = repo.commit({"a.py": SHORT})
    monkeypatch.setattr(module, "SECONDS", 0.3)
    first, second = looked_at(repo, slow, fast)
    assert (first.problem, first.files) == ("too costly", ())
    assert [(file.path, file.problem) for file in second.files] == [("a.py", "")]


def test_a_commit_that_takes_too_much_memory_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    nested = "".join(f"{' ' * depth}def f():\n" for depth in range(250))
    hungry = repo.commit({"hungry.py": nested})
    plain = repo.commit({"a.py": SHORT})
    monkeypatch.setattr(module, "MEGABYTES", 64)
    first, second = looked_at(repo, hungry, plain)
    assert (first.problem, second.problem) == ("too costly", "")


def test_neither_configuration_nor_attributes_run_anything_or_change_a_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = RepoBuilder(tmp_path / "repo")
    attributes = "*.py diff=evil filter=evil merge=evil\n*.py -text binary\n"
    modules = '[submodule "x"]\n\tpath = ../../..\n\turl = ext::touch%20ran\n\tupdate = !touch ran\n'
    one = builder.commit({"a.py": SHORT, ".gitattributes": attributes, ".gitmodules": modules, ".mailmap": "<\n"})
    two = builder.commit({"a.py": SHORT + LONG})
    expected = looked_at(builder, one, two)
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\ntouch "{ran}"\ncat "$1"\n')
    program.chmod(0o755)
    evil = f'[diff "evil"]\n\ttextconv = {program}\n\tcommand = {program}\n[diff]\n\texternal = {program}\n'
    evil += f"\talgorithm = histogram\n\tnoprefix = true\n[core]\n\tfsmonitor = {program}\n\tpager = {program}\n"
    (tmp_path / "gitconfig").write_text(evil)
    before = (builder.path / "config").read_bytes()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(program))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    found = change_quality(builder.path, [builder.sha(one), builder.sha(two)])
    assert found == expected
    assert [file.profile.methods for commit in found for file in commit.files] == [1, 1]
    assert not ran.exists()
    assert (builder.path / "config").read_bytes() == before


def test_nothing_is_asked_of_nothing(tmp_path: Path) -> None:
    assert change_quality(tmp_path, []) == []
