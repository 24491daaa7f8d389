"""What git says when it fails -> our errors: the only file that knows git's words."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from analyzer.acquire.location import Location
from analyzer.errors import (
    AcquireError,
    AuthenticationNeeded,
    DiskFull,
    HostNotFound,
    NotARepository,
    RepositoryGone,
)


class Passing(AcquireError):
    """The connection broke, the host stumbled, or a lock is held: the same request may succeed a little later."""


class Pattern(NamedTuple):
    """A piece of git's words, and what it means."""

    text: re.Pattern[str]
    kind: type[AcquireError]
    because: str
    hint: str


_PASSWORD = "give git a credential helper or an SSH key for this host; a private or misspelt repository asks, too"  # noqa: S105
_NETWORK = "check the address and the network"
_GONE = "check owner and name; it may be private, renamed or deleted"
_LATER = "try again later"


def _pattern(text: str, kind: type[AcquireError], because: str, hint: str) -> Pattern:
    return Pattern(re.compile(text, re.IGNORECASE), kind, because, hint)


# The first that is found counts: causes stand before the complaints that git adds to each of them.
PATTERNS = (
    _pattern(r"no space left on device|disk quota exceeded", DiskFull, "no room left on the disk", "free some room"),
    _pattern(r"fatal: nothing came for", Passing, "the host fell silent", _LATER),
    _pattern(
        r"dubious ownership",
        AcquireError,
        "the folder belongs to another user, so git does not read it",
        "git config --global --add safe.directory FOLDER, if you trust it",
    ),
    _pattern(
        r"host key verification failed|remote host identification has changed",
        AuthenticationNeeded,
        "the host's SSH key is not known or has changed",
        "connect once with ssh by hand to check the key",
    ),
    _pattern(
        r"could not resolve (host|proxy)|name or service not known|nodename nor servname|unable to look up"
        r"|no address associated with hostname",
        HostNotFound,
        "host not found",
        _NETWORK,
    ),
    _pattern(
        r"(could not|couldn't|failed to|unable to) connect to|connection (refused|timed out)|no route to host"
        r"|network is unreachable|(operation|resolving|connection|connect) timed out|timeout was reached"
        r"|connection timeout after",
        HostNotFound,
        "the host does not answer",
        _NETWORK,
    ),
    _pattern(
        # Before the host's own refusals: this one never reached the host.
        r"from proxy after connect|connect tunnel failed|proxy connect aborted|can't complete socks",
        HostNotFound,
        "the proxy lets nobody through to the host",
        "check http.proxy and https_proxy, or ask whoever keeps the proxy to allow this host",
    ),
    _pattern(
        r"could not read (username|password)|authentication failed|permission denied \(|terminal prompts disabled"
        r"|invalid (username|credentials)|returned error: 40[13]|access denied(?! or repository not exported)",
        AuthenticationNeeded,
        "authentication needed",
        _PASSWORD,
    ),
    _pattern(
        r"repository '?.*'? ?not found|returned error: (404|410)|could not be found or you don't have permission"
        r"|(repository|project) .*(does not exist|not exported)",
        RepositoryGone,
        "the host has no such repository",
        _GONE,
    ),
    _pattern(
        r"not valid: is this a git repository",
        NotARepository,
        "not a git repository",
        "give the address that git clone takes",
    ),
    _pattern(
        r"repository corruption on the remote side",
        AcquireError,
        "the repository at the remote is damaged",
        "git fsck in it says more",
    ),
    _pattern(
        r"certificate|ssl connect error",
        AcquireError,
        "the host's certificate is not trusted",
        "check the clock and http.sslCAInfo",
    ),
    _pattern(r"unable to create '.*\.lock': file exists", Passing, "another git is at work in the mirror", _LATER),
    _pattern(
        r"early eof|hung up|connection (reset|closed|was reset|aborted)|broken pipe|rpc failed"
        r"|returned error: (429|5\d\d)"
        r"|expected (flush|response|packfile)|protocol error|bad line length|unexpected (end|eof)"
        r"|temporary failure|unexpected disconnect|gnutls|ssl_(read|error)|transfer closed|operation too slow|http/2",
        Passing,
        "the connection broke",
        _LATER,
    ),
)

_USERINFO = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^\s/'\"]*@", re.IGNORECASE)
_QUERY = re.compile(r"(?P<url>[a-z][a-z0-9+.-]*://[^\s?'\"]+)\?[^\s'\"]+", re.IGNORECASE)
_NO_REPOSITORY = re.compile(
    r"not a git repository|invalid gitfile format|does not appear to be a git repository", re.IGNORECASE
)
_IDLE = re.compile(
    r"\s*$|warning:|hint:|cloning into|please make sure|and the repository exists|.*could not read from remote",
    re.IGNORECASE,
)


def without_credentials(text: str, location: Location) -> str:
    """Return `text` with the location's URL, and all others, free of names, passwords and tokens."""
    text = text.replace(location.url, location.display)
    return _QUERY.sub(r"\g<url>", _USERINFO.sub(r"\g<scheme>", text))


def failure(said: bytes, location: Location, *, doing: str = "bring") -> AcquireError:
    """Return the error for what git said on stderr; unknown words give AcquireError with git's last telling line."""
    text = without_credentials(said.decode("utf-8", "replace"), location)
    start = f"could not {doing} {location.display}"
    for pattern in PATTERNS:
        if pattern.text.search(text):
            return pattern.kind(f"{start}: {pattern.because}", hint=pattern.hint)
    if _NO_REPOSITORY.search(text):
        return no_repository(location, start)
    # Whoever writes to a connection that the other end closed dies of it, and has no time for a word.
    words = _telling(text)
    kind = AcquireError if words else Passing
    return kind(f"{start}: {words or 'git failed without a word'}", hint="git ls-remote with this address may say more")


def no_repository(location: Location, start: str) -> AcquireError:
    """Return the error for a place without a repository: something else is there, or nothing is."""
    place = location.local or (Path(unquote(urlsplit(location.url).path)) if location.url.startswith("file:") else None)
    if place is None:  # hosts say the same for what is gone, hidden or never was
        return RepositoryGone(f"{start}: the host has no such repository", hint=_GONE)
    if place.exists():
        return NotARepository(f"{start}: not a git repository", hint="give a repository's top folder or git directory")
    return RepositoryGone(f"{start}: there is no such folder", hint="check the path")


def _telling(text: str) -> str:
    """Return the line that says why git failed; empty if there is only what it says at any rate."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", text) if not _IDLE.match(line)]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    line = (fatal or lines or [""])[-1]
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)


@contextmanager
def disk_errors(location: Location, path: Path) -> Iterator[None]:
    """Turn the system's refusals around the cache into AcquireErrors: a full disk, a folder that cannot be written."""
    try:
        yield
    except OSError as error:
        if error.filename == "git":
            raise AcquireError("git is not installed", hint="install git, version 2.31 or newer") from error
        start = f"could not keep {location.display}"
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(f"{start}: no room left on the disk", hint="free some room") from error
        reason = error.strerror or type(error).__name__
        raise AcquireError(f"{start} in {path}: {reason.lower()}", hint="choose another --workspace") from error
