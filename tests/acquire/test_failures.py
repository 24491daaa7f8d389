"""Git's words -> our errors."""

import errno
from pathlib import Path

import pytest

from analyzer.acquire.failures import Passing, disk_errors, failure, without_credentials
from analyzer.acquire.location import parse_location
from analyzer.errors import (
    AcquireError,
    AuthenticationNeeded,
    DiskFull,
    HostNotFound,
    NotARepository,
    RepositoryGone,
)

URL = "https://ada:secret@example.org/a/b"
WHERE = parse_location(URL, base=Path("/nowhere"))

SAID = [
    (HostNotFound, "fatal: unable to access 'https://example.org/a/b/': Could not resolve host: example.org"),
    (
        HostNotFound,
        "fatal: unable to access 'https://x/': Failed to connect to x port 443 after 1 ms: Couldn't connect",
    ),
    (HostNotFound, "ssh: Could not resolve hostname x.invalid: Name or service not known\nfatal: Could not read from"),
    (HostNotFound, "fatal: unable to look up example.org (port 9418) (Name or service not known)"),
    (
        HostNotFound,
        "ssh: connect to host x port 22: Connection timed out\nfatal: Could not read from remote repository.",
    ),
    (HostNotFound, "fatal: unable to access 'https://x/': Could not resolve proxy: proxy.corp.example"),
    (HostNotFound, "fatal: unable to access 'https://x/': Received HTTP code 403 from proxy after CONNECT"),
    (HostNotFound, "fatal: unable to access 'https://x/': Received HTTP code 407 from proxy after CONNECT"),
    (HostNotFound, "fatal: unable to access 'https://x/': CONNECT tunnel failed, response 403"),
    (HostNotFound, "fatal: unable to access 'https://x/': Resolving timed out after 5000 milliseconds"),
    (HostNotFound, "fatal: unable to access 'https://x/': Connection timeout after 300004 ms"),
    (AuthenticationNeeded, "fatal: could not read Username for 'https://github.com': terminal prompts disabled"),
    (AuthenticationNeeded, "remote: Invalid username or password.\nfatal: Authentication failed for 'https://x/a/b/'"),
    (AuthenticationNeeded, "git@x: Permission denied (publickey).\nfatal: Could not read from remote repository."),
    (AuthenticationNeeded, "Host key verification failed.\nfatal: Could not read from remote repository."),
    (AuthenticationNeeded, "fatal: unable to access 'https://x/': The requested URL returned error: 403"),
    (RepositoryGone, "remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found"),
    (RepositoryGone, "ERROR: Repository not found.\nfatal: Could not read from remote repository.\n\nPlease make sure"),
    (
        RepositoryGone,
        "remote: The project you were looking for could not be found or you don't have permission to view",
    ),
    (RepositoryGone, "fatal: '/srv/b.git' does not appear to be a git repository\nfatal: Could not read from remote"),
    (RepositoryGone, "fatal: remote error: access denied or repository not exported: /a/b"),
    (NotARepository, "fatal: https://example.org/a/b/info/refs not valid: is this a git repository?"),
    (DiskFull, "fatal: write error: No space left on device\nfatal: fetch-pack: invalid index-pack output"),
    (DiskFull, "error: file write error: Disk quota exceeded"),
    (Passing, "error: RPC failed; curl 92 HTTP/2 stream 5 was not closed cleanly\nfatal: early EOF"),
    (Passing, "fatal: the remote end hung up unexpectedly"),
    (Passing, "fatal: expected flush after capabilities"),
    (Passing, "fatal: unable to access 'https://x/': The requested URL returned error: 503"),
    (Passing, "error: cannot lock ref 'refs/heads/main': Unable to create '/m/refs/heads/main.lock': File exists."),
    (
        AcquireError,
        "remote: fatal: empty filename in tree entry\n"
        "remote: aborting due to possible repository corruption on the remote side.\nfatal: early EOF",
    ),
    (AcquireError, "fatal: detected dubious ownership in repository at '/srv/b'"),
    (AcquireError, "fatal: unable to access 'https://x/': SSL certificate problem: certificate has expired"),
]


@pytest.mark.parametrize(("kind", "said"), SAID)
def test_what_git_says_becomes_an_error_with_a_hint(kind: type[AcquireError], said: str) -> None:
    error = failure(said.encode(), WHERE, doing="clone")
    assert type(error) is kind
    assert error.message.startswith("could not clone https://example.org/a/b: ")
    assert error.hint
    assert "secret" not in error.message


def test_unknown_words_give_gits_last_telling_line_without_credentials() -> None:
    said = (
        f"Cloning into 'x'...\nfatal: the {URL} is a teapot\x1b[31m\nfatal: Could not read from remote repository.\n\n"
    )
    error = failure(said.encode(), WHERE)
    assert type(error) is AcquireError
    assert error.message.endswith(": fatal: the https://example.org/a/b is a teapot\ufffd[31m")


def test_silence_of_git_is_told() -> None:
    error = failure(b"", WHERE)
    assert "without a word" in error.message
    assert isinstance(error, Passing)


@pytest.mark.parametrize(
    "text",
    [
        "see http://bob:secret@example.com/x",
        "see https://secret@example.com",
        "get https://example.com/x?token=secret ok",
    ],
)
def test_credentials_of_any_url_are_removed(text: str) -> None:
    clean = without_credentials(text, WHERE)
    assert "secret" not in clean
    assert "example.com" in clean


def test_a_folder_that_is_there_is_no_repository_and_one_that_is_not_is_gone(tmp_path: Path) -> None:
    said = b"fatal: 'x' does not appear to be a git repository"
    there = parse_location(f"file://{tmp_path}", base=tmp_path)
    gone = parse_location(f"file://{tmp_path}/gone", base=tmp_path)
    assert type(failure(said, there)) is NotARepository
    assert type(failure(said, gone)) is RepositoryGone


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull, "no room"),
        (PermissionError(errno.EACCES, "Permission denied"), AcquireError, "permission denied"),
        (FileNotFoundError(errno.ENOENT, "No such file", "git"), AcquireError, "git is not installed"),
    ],
)
def test_the_systems_refusals_become_our_errors(error: OSError, kind: type[AcquireError], words: str) -> None:
    with pytest.raises(kind, match=words) as caught, disk_errors(WHERE, Path("/cache")):
        raise error
    assert type(caught.value) is kind
    assert caught.value.hint
