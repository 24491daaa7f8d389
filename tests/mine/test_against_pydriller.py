"""What we keep of changes is what PyDriller says of them, read its own way from a repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analyzer.mine.change_quality import change_quality
from analyzer.mine.changes import changes
from tests.mine.pydriller_oracle import copied, recent, shares, told
from tests.repos import RepoBuilder

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_METHODS = "".join(
    f"def f{number}({', '.join('abcdef'[: number % 5])}):\n" + "    if a:\n        b = 1\n" * number + "\n\n"
    for number in range(1, 12)
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    repo = RepoBuilder(tmp_path / "built.git")
    repo.commit({"a.py": _METHODS, "b.js": "function f(a, b, c) { return a ? b : c }\n", "notes": "x\n"})
    repo.commit({"a.py": _METHODS.replace("b = 1", "b = 2", 5)})
    repo.commit({"a.py": None, "folder/c.py": _METHODS.replace("def f3", "def g3")})
    repo.commit({"a.py": "", "b.js": "var a = 1\r\nfunction g() {}\r\n", "name with space.py": "def f(): pass\n"})
    repo.commit({"folder/c.py": _METHODS[: len(_METHODS) // 2], "b.js": None})
    repo.commit({"logo.png": b"\0\1\2", "latin.py": b"def f(a):\n    return '\xe9'\n", "form.py": "x\x0cy\n" * 9})
    repo.commit({"latin.py": b"def f(a, b, c, d):\n    return '\xe8'", "notes": None, "form.py": "x\x0cz\n" * 9})
    repo.commit({"ends.c": "int f(int a) {\n  return a;\n}", "++.py": "++x\n--y\n"})
    repo.commit({"ends.c": "int f(int a) {\n  return a && 1;\n}\n", "++.py": "--y\n++z\n"})
    return repo.build()


def hold(git_dir: Path, count: int, folder: Path) -> int:
    """Hold the newest commits to PyDriller, and return how many there were."""
    shas = recent(git_dir, count)
    ours = {found.commit: found for found in change_quality(git_dir, shas)}
    stored: dict[str, dict[str, tuple[str, str | None, int, int]]] = {sha: {} for sha in shas}
    for row in changes(git_dir, [(sha, None) for sha in shas]):
        stored[row.commit][row.path] = (row.kind, row.previous_path, row.added or 0, row.deleted or 0)
    for sha, theirs in told(copied(git_dir, folder), shas):
        assert shares(ours[sha]) == theirs.shares, sha
        assert {file.path: file.profile.methods for file in ours[sha].files} == theirs.methods, sha
        assert stored[sha] == theirs.files, sha
    return len(shas)


def test_a_built_history_is_read_as_pydriller_reads_it(built: Path, tmp_path: Path) -> None:
    assert hold(built, 100, tmp_path) == 9


@pytest.mark.mirrors
@pytest.mark.slow
@pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
def test_flask_s_last_commits_are_read_as_pydriller_reads_them(tmp_path: Path) -> None:
    assert hold(Path(_FOLDER) / "flask.git", 500, tmp_path) == 500
