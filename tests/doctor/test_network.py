"""Hosts are asked as a run asks them, and never for long."""

import socket

import pytest

from analyzer.doctor.checks.network import CHECK
from tests.repos import RepoBuilder


@pytest.fixture
def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return port


@pytest.fixture
def silent():
    """A host that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_host_that_answers_is_good(found, tmp_path):
    repo = RepoBuilder(tmp_path / "one.git")
    repo.commit({"a": "b"})
    repo.build()
    assert found(CHECK, f"file://{tmp_path}/one.git") == [("ok", "localhost+file answers", "")]


def test_no_host_is_asked_for_folders_or_offline(found, closed_port):
    assert found(CHECK, ".") == [("ok", "no host is needed", "")]
    host = f"127.0.0.1+http+{closed_port}"
    ((level, words, _),) = found(CHECK, f"http://127.0.0.1:{closed_port}/a", offline=True)
    assert (level, words.startswith("not asked: 127.0.0.1")) == ("ok", True), host


def test_a_host_that_refuses_is_a_warning_with_what_will_happen(found, closed_port, tmp_path):
    urls = [f"http://127.0.0.1:{closed_port}/ada/{name}" for name in ("one", "two")]
    ((level, words, advice),) = found(CHECK, *urls)
    assert level == "warning"
    assert words.endswith("the host does not answer")
    assert advice.startswith("a run cannot bring one and two, and takes imported facts if there are any; ")


def test_what_was_brought_before_is_taken_as_it_is(found, closed_port, tmp_path):
    mirrors = tmp_path / "cache" / "mirrors"
    urls = [f"http://127.0.0.1:{closed_port}/ada/{name}" for name in ("one", "two")]
    host = found(CHECK, *urls, offline=True)[0][1].removeprefix("not asked: ")
    (mirrors / host / "ada" / "one.git").mkdir(parents=True)
    ((_, _, advice),) = found(CHECK, *urls)
    assert advice.startswith("a run takes one as last brought, and a run cannot bring two, and takes")


def test_what_comes_with_diptych_stands_in(found, closed_port, monkeypatch):
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{closed_port}")
    ((level, _, advice),) = found(CHECK, "pallets/flask")
    assert (level, advice.startswith("a run takes flask from facts that come with Diptych")) == ("warning", True)


def test_a_host_that_says_nothing_is_not_waited_for(found, silent):
    ((level, words, _),) = found(CHECK, f"git://127.0.0.1:{silent}/ada/one", seconds=0.5)
    assert (level, words.endswith("the host does not answer")) == ("warning", True)


def test_a_repository_that_is_gone_fails(found, tmp_path):
    ((level, words, _),) = found(CHECK, f"file://{tmp_path}/gone.git")
    assert (level, words.startswith("could not reach")) == ("failed", True)


def test_each_host_is_asked_once(found, closed_port, tmp_path):
    repo = RepoBuilder(tmp_path / "one.git")
    repo.commit({"a": "b"})
    repo.build()
    here = f"file://{tmp_path}/one.git"
    away = f"http://127.0.0.1:{closed_port}/ada/one"
    assert [level for level, _, _ in found(CHECK, here, away, f"{away}2")] == ["ok", "warning"]
