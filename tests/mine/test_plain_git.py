"""Command lines of receipts: run without anything that the user or the repository set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analyzer.mine.plain_git import run_plain
from tests.repos import RepoBuilder, git


@pytest.fixture
def path(tmp_path: Path) -> Path:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x = 1\n"})
    builder.commit({"a.py": "x = 2\n"}, by="Bob <bob@example.org>")
    return builder.build()


def test_what_is_printed_is_of_this_repository(path: Path) -> None:
    assert run_plain(path, "git rev-list --count main") == ("2\n", "")
    printed, said = run_plain(path, "git rev-list --count nothing")
    assert printed == ""
    assert "nothing" in said


def test_neither_the_user_nor_the_repository_has_a_say(path: Path, tmp_path: Path, monkeypatch) -> None:
    mine = tmp_path / "config"
    mailmap = tmp_path / "mailmap"
    mailmap.write_text("Robert <robert@example.org> <bob@example.org>\n")
    mine.write_text(f"[mailmap]\n\tfile = {mailmap}\n[log]\n\tshowSignature = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(mine))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    started = tmp_path / "started"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{started}'\n")
    program.chmod(0o755)
    for key in ("gpg.program", "core.fsmonitor", "core.pager", "diff.external"):
        git(path, "config", key, str(program))
    git(path, "config", "log.showSignature", "true")
    assert run_plain(path, "git log --format=%aN --numstat main | grep -c Bob")[0] == "1\n"
    assert not started.exists()
    assert os.environ["GIT_DIR"] == str(tmp_path)
