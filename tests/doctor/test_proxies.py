"""Proxies are read as git reads them, and no password of theirs is repeated."""

import os
import socket
import subprocess

import pytest

from analyzer.doctor.checks.proxies import CHECK


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_none_is_good(found):
    assert found(CHECK, "ada/one") == [("ok", "none is set", "")]


@pytest.mark.parametrize(
    "written", ["http://ada:secret@127.0.0.1:{}", "HTTP://127.0.0.1:{}", "127.0.0.1:{}", "socks5h://127.0.0.1:{}/"]
)
def test_one_that_answers_is_good_and_its_password_is_not_shown(found, port, written):
    ((level, words, _),) = found(CHECK, environment={"https_proxy": written.format(port)})
    assert level == "ok"
    assert words.endswith(f"://127.0.0.1:{port} answers")
    assert "secret" not in words


def test_one_that_does_not_answer_is_a_warning(found):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    ((level, words, _),) = found(CHECK, environment={"all_proxy": f"http://127.0.0.1:{port}"})
    assert (level, words.endswith("does not answer: connection refused")) == ("warning", True)


WRONG = [
    "ada:secret@",
    "http://ada:secret@host:x",
    "ftp://ada:secret@host",
    "http://",
    "http://a..b:1",
    f"http://{'a' * 64}.example:1",
]


@pytest.mark.parametrize("written", WRONG)
def test_what_is_no_address_fails_without_being_repeated(found, written):
    ((level, words, advice),) = found(CHECK, environment={"http_proxy": written})
    assert level == "failed"
    assert "secret" not in words + advice


def test_capitals_that_git_does_not_read_are_told(found):
    ((level, words, advice),) = [
        one for one in found(CHECK, environment={"HTTP_PROXY": "http://127.0.0.1:1"}) if one[0] != "ok"
    ]
    assert (level, advice) == ("warning", "set http_proxy")
    assert "in capitals" in words


def test_the_configuration_of_git_counts_for_its_own_addresses(found, port):
    settings = os.environ["GIT_CONFIG_GLOBAL"]
    words = ["git", "config", "--file", settings, "http.https://example.org.proxy"]
    subprocess.run([*words, f"http://127.0.0.1:{port}"], check=True)
    try:
        ours = found(CHECK, "https://example.org/a", "ada/one")
    finally:
        subprocess.run(["git", "config", "--file", settings, "--unset", words[-1]], check=True)
    assert ours == [("ok", f"http.proxy for https://example.org/a: http://127.0.0.1:{port} answers", "")]


def test_offline_no_proxy_is_asked(found):
    assert found(CHECK, environment={"https_proxy": "http://127.0.0.1:1"}, offline=True)[0][0] == "ok"
