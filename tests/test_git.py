"""How git is run."""

import socket
import sys
import time
from pathlib import Path

import pytest

from analyzer import git
from tests.repos import RepoBuilder

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="which processes a process started is read from /proc")


@pytest.fixture
def shouting(tmp_path: Path) -> tuple[str, ...]:
    """Words that make git say on stderr what progress looks like."""
    return ("-c", r"alias.shout=!printf 'one\rtwo\r\nthree\n\nfour' >&2; exit 3", "shout")


def test_a_stream_tells_each_line_also_those_that_end_with_a_carriage_return(shouting: tuple[str, ...]) -> None:
    lines: list[str] = []
    ended = git.stream(*shouting, heard=lines.append)
    assert lines == ["one", "two", "three", "four"]
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, b"", b"one\ntwo\nthree\nfour")


def test_a_stream_ends_git_when_the_listener_raises() -> None:
    def refuse(line: str) -> None:
        raise ValueError(line)

    with pytest.raises(ValueError, match="started"):
        git.stream("-c", "alias.wait=!echo started >&2; exec sleep 60", "wait", heard=refuse)


def test_a_listener_gets_progress_of_a_real_clone(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "tool.git")
    repo.commit({"a.py": "x = 1\n"})
    lines: list[str] = []
    words = ("clone", "--bare", "--progress", "--", repo.build().as_uri(), str(tmp_path / "copy.git"))
    assert git.stream(*words, heard=lines.append).returncode == 0
    assert any(line.startswith("Receiving objects: 100% (3/3)") for line in lines)


def test_no_variable_that_leads_git_elsewhere_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT", "GIT_TRACE"):
        monkeypatch.setenv(name, "1")
    assert not {"GIT_DIR", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT", "GIT_TRACE"} & set(
        git.environment()
    )


def test_the_users_configuration_and_transport_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_SSH", "GIT_SSL_CAINFO", "https_proxy"):
        monkeypatch.setenv(name, "kept")
        assert git.environment()[name] == "kept"


def test_a_single_run_can_have_a_variable_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "within").mkdir()
    git.run("-C", str(tmp_path), "init", "-q")
    words = ("-C", str(tmp_path / "within"), "rev-parse", "--git-dir")
    assert git.run(*words).returncode == 0
    assert git.run(*words, extra={"GIT_CEILING_DIRECTORIES": str(tmp_path)}).returncode == 128


def test_helper_protocols_are_off(tmp_path: Path) -> None:
    refused = git.run("ls-remote", "--", f"ext::touch {tmp_path}/made")
    assert b"transport 'ext' not allowed" in refused.stderr
    assert not (tmp_path / "made").exists()


@LINUX
@pytest.mark.parametrize(
    "script",
    [
        # Git has ended, and what it left behind holds its output open.
        "sh -c 'echo $$ >pid; exec sleep 300' & sleep 0.2",
        # Nobody listens to a request to end.
        "trap '' TERM; sh -c 'echo $$ >pid; exec sleep 300' & wait; wait",
    ],
)
def test_of_a_brief_run_nothing_is_left_also_of_what_does_not_listen(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "script").write_text(script, encoding="utf-8")
    ended = git.run_briefly("-c", f"alias.left=!sh {tmp_path}/script", "left", seconds=1)
    assert ended.returncode == 124
    pid = int((tmp_path / "pid").read_text(encoding="ascii"))
    assert _gone(pid)


def _gone(pid: int) -> bool:
    """Whether a process is no more, or has only not been buried; the system may take a moment."""
    for _ in range(250):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_a_run_that_takes_too_long_is_ended_with_its_children() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"git://127.0.0.1:{silent.getsockname()[1]}/a"
        ended = git.run_briefly("ls-remote", "--", url, seconds=0.3)
    assert (ended.returncode, ended.stderr) == (124, b"fatal: operation timed out after 0.3 s")


def test_a_run_that_is_quick_enough_is_told_as_any_other() -> None:
    ended = git.run_briefly("version", seconds=60)
    assert (ended.returncode, ended.stdout.startswith(b"git version ")) == (0, True)


@LINUX
def test_a_stream_that_says_nothing_is_ended_with_its_children(tmp_path: Path) -> None:
    lines: list[str] = []
    words = ("-c", f"alias.wait=!echo one >&2; sleep 60 & echo $! > {tmp_path}/pid; wait", "wait")
    ended = git.stream(*words, heard=lines.append, silence=0.3)
    assert (ended.returncode, ended.stderr) == (124, b"one\nfatal: nothing came for 0.3 s")
    assert lines == ["one"]
    assert is_gone(int((tmp_path / "pid").read_text()))


def test_a_stream_that_speaks_now_and_then_is_not_ended() -> None:
    words = ("-c", "alias.talk=!for i in 1 2 3 4; do echo $i >&2; sleep 0.2; done", "talk")
    ended = git.stream(*words, heard=lambda line: None, silence=5)
    assert (ended.returncode, ended.stderr) == (0, b"1\n2\n3\n4")


@LINUX
def test_a_run_with_a_limit_is_ended_with_its_children(tmp_path: Path) -> None:
    words = ("-c", f"alias.wait=!sleep 60 & echo $! > {tmp_path}/pid; wait", "wait")
    ended = git.run(*words, seconds=0.3)
    assert (ended.returncode, ended.stderr) == (124, b"fatal: operation timed out after 0.3 s")
    assert is_gone(int((tmp_path / "pid").read_text()))


def is_gone(pid: int) -> bool:
    for _ in range(500):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False
