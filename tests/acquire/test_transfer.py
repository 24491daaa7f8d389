"""Git's progress, and patience with what passes."""

import subprocess
from collections.abc import Callable

import pytest

from analyzer import git
from analyzer.acquire.failures import Passing
from analyzer.acquire.location import Location
from analyzer.acquire.transfer import connect, patiently, settings
from analyzer.errors import HostNotFound, RepositoryGone
from tests.acquire.conftest import Heard

SAID = """Cloning into bare repository 'x'...
remote: Counting objects: 50% (2/4)
Receiving objects:   0% (0/200)
Receiving objects:  10% (20/200)
Receiving objects:  50% (100/200), 1.20 MiB | 2.00 MiB/s
Receiving objects: 100% (200/200), 2.40 MiB | 2.00 MiB/s, done.
Resolving deltas:   0% (0/30)
Resolving deltas: 100% (30/30), done.
"""


def _saying(text: str, code: int) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    def stream(*_: str, heard: Callable[[str], None], **__: object) -> subprocess.CompletedProcess[bytes]:
        for line in text.splitlines():
            heard(line)
        return subprocess.CompletedProcess([], code, b"", text.encode())

    return stream


def test_gits_progress_becomes_one_bar_for_receiving_and_one_for_resolving(
    monkeypatch: pytest.MonkeyPatch, heard: Heard, location: Location
) -> None:
    monkeypatch.setattr(git, "stream", _saying(SAID, 0))
    connect("clone", location=location, progress=heard, doing="clone", label="Cloning tool")
    assert [(task.label, task.done, task.all, task.finished) for task in heard.tasks] == [
        ("Cloning tool", 200, 200, True),
        ("Cloning tool: resolving", 30, 30, True),
    ]


def test_a_failure_is_translated_and_ends_the_bar(
    monkeypatch: pytest.MonkeyPatch, heard: Heard, location: Location
) -> None:
    monkeypatch.setattr(git, "stream", _saying("remote: Repository not found.", 128))
    with pytest.raises(RepositoryGone, match="could not clone"):
        connect("clone", location=location, progress=heard, doing="clone", label="Cloning tool")
    assert heard.tasks[0].finished


def test_a_git_that_died_of_a_closed_connection_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch, heard: Heard, location: Location
) -> None:
    monkeypatch.setattr(git, "stream", _saying("", -13))
    with pytest.raises(Passing, match="without a word"):
        connect("clone", location=location, progress=heard, doing="clone", label="Cloning tool")


def test_what_passes_is_tried_again() -> None:
    tries: list[str] = []

    def work() -> int:
        tries.append("work")
        if len(tries) < 4:
            raise Passing("broke")
        return 7

    assert patiently(work, between=lambda: tries.append("between")) == 7
    assert tries == ["work", "between", "work", "between", "work"]


def test_a_host_that_is_not_found_for_a_moment_is_asked_again() -> None:
    tries: list[int] = []

    def work() -> int:
        tries.append(1)
        if len(tries) < 3:
            raise HostNotFound("could not reach it")
        return 7

    assert patiently(work) == 7


def test_patience_ends_after_three_times() -> None:
    tries: list[int] = []

    def work() -> None:
        tries.append(1)
        raise Passing("broke")

    with pytest.raises(Passing):
        patiently(work)
    assert len(tries) == 3


def test_what_does_not_pass_is_not_tried_again() -> None:
    tries: list[int] = []

    def work() -> None:
        tries.append(1)
        raise RepositoryGone("gone")

    with pytest.raises(RepositoryGone):
        patiently(work)
    assert len(tries) == 1


def test_ssh_never_asks_unless_the_user_chose_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dict(settings())["core.sshCommand"].startswith("ssh -oBatchMode=yes -oConnectTimeout=")
    monkeypatch.setenv("GIT_SSH_COMMAND", "ssh -i key")
    assert "core.sshCommand" not in dict(settings())
    assert git.environment()["GIT_SSH_COMMAND"] == "ssh -i key"


def test_the_users_ssh_command_in_the_configuration_is_kept(use_config: Callable[[str, str], None]) -> None:
    use_config("core.sshCommand", "ssh -i key")
    assert "core.sshCommand" not in dict(settings())
