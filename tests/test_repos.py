"""The builder of test repositories keeps its promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.odd import ODD, odd
from tests.repos import DAY, EPOCH, RepoBuilder, executable, git, submodule, symlink


def heads(git_dir: Path) -> bytes:
    return git(git_dir, "for-each-ref", "--format=%(refname) %(objectname)")


def every_call(path: Path) -> RepoBuilder:
    repo = RepoBuilder(path)
    first = repo.commit({"a.py": "x = 1\n", "run": executable("#!/bin/sh\n"), "link": symlink("a.py")}, day=0.5)
    repo.commit({b'caf\xe9 \n\t"': b"\xff\x00", "module": submodule("1" * 40)}, offset=-330, message=b"L\xe9\n")
    side = repo.commit({"b.py": "y\n"}, by="Bob <bob@example.org>", parents=(first,), branch="side", time=-5)
    merge = repo.commit({"a.py": None}, parents=(2, side), committer="Eve <eve@example.org>", committed=EPOCH)
    repo.tag("1.0", first)
    repo.tag("light", merge, annotated=False)
    return repo


def test_same_calls_give_the_same_hashes(tmp_path: Path) -> None:
    one, two = every_call(tmp_path / "one"), every_call(tmp_path / "two")
    assert heads(one.build()) == heads(two.build())
    assert one.sha(4) == two.sha(4) == git(two.path, "rev-parse", "main").decode().strip()


def test_a_known_hash_does_not_depend_on_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".gitconfig").write_text(
        "[user]\nname = Nobody\n[init]\ndefaultBranch = trunk\n[core]\nautocrlf=true\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Nobody")
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a.py": "x = 1\r\n"}, day=3)
    repo.build()
    assert repo.sha(mark) == "2be9e386edba0bd9263f3f029539f2dbfd2a58e7"


def test_modes_paths_and_parents_arrive_as_given(tmp_path: Path) -> None:
    git_dir = every_call(tmp_path / "repo").build()
    entries = git(git_dir, "ls-tree", "-r", "-z", "main").split(b"\0")[:-1]
    found = {line.partition(b"\t")[2]: line[:6] for line in entries}
    assert found == {b"run": b"100755", b"link": b"120000", b"module": b"160000", b'caf\xe9 \n\t"': b"100644"}
    assert git(git_dir, "log", "-1", "--format=%cn %ct %an %ad", "--date=raw", "main").startswith(b"Eve 1577836800 Ada")
    assert len(git(git_dir, "log", "-1", "--format=%P", "main").split()) == 2


def test_building_again_moves_branches_as_a_forced_push_does(tmp_path: Path) -> None:
    old, new = RepoBuilder(tmp_path / "repo"), RepoBuilder(tmp_path / "repo")
    for repo, text in ((old, "old\n"), (new, "new\n")):
        repo.commit({"a": "first\n"})
        repo.commit({"a": text})
    old.build()
    assert git(old.path, "show", "main:a") == b"old\n"
    new.build()
    assert git(new.path, "show", "main:a") == b"new\n"
    assert old.sha(1) == new.sha(1)


def test_a_commit_without_a_date_comes_a_day_after_the_one_before(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a": "1"}, day=3)
    repo.commit({"a": "2"})
    git_dir = repo.build()
    assert git(git_dir, "log", "-1", "--format=%at") == b"%d\n" % (EPOCH + 4 * DAY)


@pytest.mark.parametrize("name", sorted(set(ODD) - {"ten_thousand_paths"}))
def test_every_odd_repository_can_be_built_twice_alike(name: str, tmp_path: Path) -> None:
    one, two = odd(name, tmp_path / "one"), odd(name, tmp_path / "two")
    assert heads(one.path) == heads(two.path)
    assert bool(heads(one.path)) == (name != "empty")
