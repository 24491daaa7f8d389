"""Another Diptych at work is seen, and one that was killed."""

import os
from contextlib import nullcontext

import pytest
from filelock import FileLock

from analyzer.alone import alone
from analyzer.doctor.checks.locks import CHECK
from analyzer.workspace import Workspace

GOOD = ("ok", "no other Diptych is at work here", "")


@pytest.fixture
def host(tmp_path):
    place = tmp_path / "cache" / "mirrors" / "example.org"
    place.mkdir(parents=True)
    return place


def test_locks_that_nobody_holds_are_good(found, host):
    (host / "a.git.lock").touch()
    assert found(CHECK) == [GOOD]


def test_a_lock_that_is_held_is_a_warning(found, host):
    with FileLock(host / "a.git.lock"):
        ((level, words, _),) = found(CHECK)
    assert (level, words) == ("warning", "another Diptych is at work: it holds mirrors/example.org/a.git.lock")


def test_a_clone_that_was_cut_off_is_told(found, host):
    (host / "a.git.partial").mkdir()
    assert [level for level, _, _ in found(CHECK)] == ["warning", "ok"]


def test_a_clone_that_is_under_way_is_told_once(found, host):
    (host / "a.git.partial").mkdir()
    with FileLock(host / "a.git.lock"):
        assert len(found(CHECK)) == 1


def test_locks_of_git_are_not_ours(found, host):
    (host / "a.git").mkdir()
    with FileLock(host / "a.git" / "packed-refs.lock"):
        assert found(CHECK) == [GOOD]


def test_a_refresh_that_is_under_way_is_told_without_trying_its_lock(found, tmp_path, host, monkeypatch):
    tried = []
    monkeypatch.setattr("analyzer.doctor.checks.locks.FileLock", lambda path, **_: tried.append(path) or nullcontext())
    with alone(Workspace(tmp_path), 0):
        ((level, words, _),) = found(CHECK)
    assert (level, tried) == ("warning", [])
    assert words.startswith(f"another Diptych is at work: process {os.getpid()} since 1 January 1970")


@pytest.mark.parametrize("pid", [0x7FFFFFFF, 1 << 80])
def test_a_refresh_that_was_killed_is_not_at_work(found, tmp_path, host, pid):
    (tmp_path / "cache" / "refresh.lock").touch()
    (tmp_path / "cache" / "refresh.holder").write_text(f'{{"pid": {pid}, "since": 0}}')
    assert found(CHECK) == [GOOD]


def test_without_a_cache_there_is_nothing_to_see(found):
    assert found(CHECK) == [GOOD]
