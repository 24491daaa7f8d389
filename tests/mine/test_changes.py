"""What commits did to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.errors import MineError
from analyzer.mine.changes import changes
from analyzer.model.change import Change
from tests.mine.conftest import Built
from tests.repos import RepoBuilder, git

LINES = "".join(f"line {number}\n" for number in range(20))


def test_a_commit_is_compared_with_its_parent_and_a_root_with_nothing(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    one = repo.commit({"a.py": "1\n2\n", "b.py": "1\n"})
    two = repo.commit({"a.py": "1\n3\n4\n", "b.py": None})
    git_dir = repo.build()
    blob = {name: git(git_dir, "rev-parse", f"{repo.sha(mark)}:{path}").decode().strip()
            for name, mark, path in (("a1", one, "a.py"), ("a2", two, "a.py"), ("b1", one, "b.py"))}  # fmt: skip
    assert changes(git_dir, [(repo.sha(one), None), (repo.sha(two), None)]) == [
        Change(repo.sha(one), "a.py", None, "A", None, blob["a1"], 2, 0),
        Change(repo.sha(one), "b.py", None, "A", None, blob["b1"], 1, 0),
        Change(repo.sha(two), "a.py", None, "M", blob["a1"], blob["a2"], 2, 1),
        Change(repo.sha(two), "b.py", None, "D", blob["b1"], None, 0, 1),
    ]


def test_a_merge_gives_rows_only_with_its_first_parent(built: Built) -> None:
    repo = built("merges_at_head")
    merge, parent = git(repo.path, "rev-list", "--first-parent", "main").decode().split()[:2]
    assert changes(repo.path, [(merge, None)]) == []
    assert [(row.commit, row.path, row.kind) for row in changes(repo.path, [(merge, parent)])] == [
        (merge, "side2", "A")
    ]


def test_renames_keep_the_path_before(built: Built) -> None:
    repo = built("rename_chain")
    rows = changes(repo.path, [(repo.sha(mark), None) for mark in (2, 3, 4)])
    assert [(row.kind, row.previous_path, row.path, row.added, row.deleted) for row in rows] == [
        ("R", "a.py", "b.py", 1, 0),
        ("R", "b.py", "folder/c.py", 1, 0),
        ("R", "folder/c.py", "a.py", 0, 2),
    ]


def test_links_and_submodules_have_no_blobs(built: Built) -> None:
    links, modules = built("symlinks"), built("submodules")
    rows = changes(links.path, [(links.sha(2), None)])
    assert [(row.path, row.kind, row.old_blob, row.new_blob is None) for row in rows] == [("link.py", "T", None, False)]
    rows = changes(modules.path, [(modules.sha(3), None)])
    assert [(row.path, row.kind, row.old_blob, row.new_blob) for row in rows] == [("lib", "M", None, None)]


def test_binary_content_has_no_line_counts(built: Built) -> None:
    repo = built("binary")
    rows = changes(repo.path, [(repo.sha(2), None)])
    assert {row.path: (row.added, row.deleted) for row in rows} == {"logo.png": (None, None), "a.py": (None, None)}


def test_paths_that_are_no_utf_8_are_escaped(built: Built) -> None:
    repo = built("strange_paths")
    found = {row.path for row in changes(repo.path, [(repo.sha(1), None)])}
    assert {"caf\\xe9", "\\xff\\xfe/\\x80", "new\nline", "tab\there", "--help"} <= found


def test_commits_without_a_change_give_no_rows(built: Built) -> None:
    repo = built("empty_commits")
    rows = changes(repo.path, [(repo.sha(mark), None) for mark in (1, 2, 3)])
    assert [(row.commit, row.path) for row in rows] == [(repo.sha(2), "a.py")]
    assert changes(repo.path, []) == []


def test_the_configuration_of_a_user_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a.py": LINES})
    repo.commit({"a.py": None, "b.py": LINES + "x\n", "c.bin": b"\0"})
    git_dir, wanted = repo.build(), [(repo.sha(mark), None) for mark in (1, 2)]
    plain = changes(git_dir, wanted)
    (tmp_path / "attributes").write_text("* -diff\n")
    config = tmp_path / "config"
    config.write_text(
        f"[core]\nattributesFile = {tmp_path / 'attributes'}\nquotePath = true\nabbrev = 5\n"
        "[diff]\nrenames = false\nalgorithm = patience\nnoprefix = true\nexternal = false\nsuppressBlankEmpty = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert changes(git_dir, wanted) == plain
    assert [row.kind for row in plain] == ["A", "R", "A"]


def test_a_missing_blob_is_an_error_that_names_it(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a.py": "1\n"})
    git_dir = repo.build(loose=True)
    blob = git(git_dir, "rev-parse", "main:a.py").decode().strip()
    (git_dir / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(MineError, match=f"object {blob} is missing or broken") as caught:
        changes(git_dir, [(repo.sha(mark), None)])
    assert "clones it anew" in str(caught.value.hint)


def test_an_unknown_commit_is_an_error(built: Built) -> None:
    with pytest.raises(MineError):
        changes(built("one_commit").path, [("1" * 40, None)])


def test_attributes_that_lie_about_do_not_change_what_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a.py": "1\n", ".gitattributes": "*.py binary\n"})
    bare = repo.build()
    git(tmp_path, "clone", "-q", "--template=", str(bare), "checkout")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / ".gitattributes").write_text("*.py binary\n")
    for folder in ("here", "checkout"):
        monkeypatch.chdir(tmp_path / folder)
        for git_dir in (bare, tmp_path / "checkout" / ".git", Path("../checkout/.git")):
            assert [row.added for row in changes(git_dir, [(repo.sha(mark), None)])] == [1, 1], (folder, git_dir)
