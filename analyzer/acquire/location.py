"""What the user wrote as a repository -> where git finds it, how it is shown, and where its mirror lies."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from analyzer.errors import BadSpec

FORGES = {
    "github": "github.com",
    "gitlab": "gitlab.com",
    "codeberg": "codeberg.org",
    "bitbucket": "bitbucket.org",
}
"""Forges by the word before a colon. Their paths ignore case, and are the same over HTTPS and SSH."""

_PORTS = {"https": 443, "http": 80, "ssh": 22, "git": 9418}
_WAYS = {"https": "", "http": "", "ssh": "+ssh", "git": "+git"}
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?")
_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9._][A-Za-z0-9._-]*)+")
_SCP = re.compile(r"(?:(?P<user>[^@/:]+)@)?(?P<host>[^@/:]+):(?P<path>.*)", re.DOTALL)
_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://.*", re.DOTALL)
_HELPER = re.compile(r"[A-Za-z0-9+.-]+::")
_SECRET_KEYS = re.compile(r"(?i)(?:.*[_-])?(?:token|password|secret|key|auth|access)")
_LONGEST = 200
_WANTED = "write a URL, owner/name, or the path of a folder"


@dataclass(frozen=True, slots=True)
class Location:
    """A repository's whereabouts, parsed."""

    url: str
    """What git is given; may hold credentials, so it is never shown or stored."""
    display: str
    """The same without credentials: fit for messages, rows and pages."""
    slug: tuple[str, ...]
    """Parts of the mirror's path below the folder of mirrors: host, owners, name. Equal slugs are one repository.

    A port, a way of access or an SSH user that makes another repository stands in the first part behind a `+` or
    before an `@`, which no host contains: `example.org+8443`, `ada@example.org+ssh`, `localhost+file`.
    """
    name: str
    """The last part of the path without `.git`."""
    local: Path | None = None
    """The folder, for a path; None for all that is cloned."""


def parse_location(text: str, *, base: Path) -> Location:
    """Return where `text` leads: a URL, `user@host:path`, `owner/name`, `forge:owner/name`, or a path.

    Paths are relative to `base`. An existing path goes before `owner/name`. Raises BadSpec.
    """
    text = text.strip()
    _refuse_tricks(text)
    if match := _URL.fullmatch(text):
        return _from_url(text, match["scheme"].lower())
    if text.startswith((".", "/", "~")) or _exists(base / text):
        return _from_path(text, base)
    word, colon, rest = text.partition(":")
    if colon and word in FORGES:
        return _from_short(FORGES[word], rest, text)
    if match := _SCP.fullmatch(text):
        return _from_scp(text, match)
    if text.split("/")[0].lower() in FORGES.values():
        return _from_url(f"https://{text}", "https")
    return _from_short(FORGES["github"], text, text)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # longer than any name of a file
        return False


def _refuse_tricks(text: str) -> None:
    if not text:
        raise BadSpec("a repository is missing", hint=_WANTED)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise BadSpec("a repository holds a control character", hint=_WANTED)
    if text.startswith("-"):
        raise BadSpec(f"a repository cannot begin with a dash: {text!r}", hint="put ./ before the name of a folder")
    if _HELPER.match(text):
        raise BadSpec(f"{text.partition('::')[0]}:: runs a program to fetch, which is refused", hint=_WANTED)


def _from_url(text: str, scheme: str) -> Location:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # its text may repeat a password
        raise BadSpec(f"not a {scheme} URL: its host or port cannot be read", hint=_WANTED) from None
    if parts.fragment or not all(_SECRET_KEYS.fullmatch(pair.partition("=")[0]) for pair in _pairs(parts.query)):
        raise BadSpec(f"{_shown(parts, scheme)} is followed by ? or #", hint="give the address that git clone takes")
    if scheme == "file":
        return _from_file_url(text, parts)
    if scheme not in _PORTS:
        raise BadSpec(f"{scheme}:// is not supported", hint="https, http, ssh, git and file are")
    host = _host(parts.hostname or "")
    _refuse_stray_password(parts.path)
    path = _path(parts.path, host)
    user = _part(unquote(parts.username)) if scheme == "ssh" and parts.username else ""
    place = _authority(host, None if port == _PORTS[scheme] else port, scheme, user)
    return Location(text, _shown(parts, scheme), _slug(place, path), path[-1])


def _refuse_stray_password(path: str) -> None:
    # `ada:secret/word@host` has its host read from the wrong place; nothing of it may be repeated in a message.
    if "@" in path.removeprefix("/").split("/")[0][1:]:
        raise BadSpec(
            "the address holds an @ behind its host",
            hint="escape the signs of a password, or use git's credential helper",
        )


def _pairs(query: str) -> list[str]:
    return [pair for pair in query.split("&") if pair]


def _shown(parts: SplitResult, scheme: str) -> str:
    host = parts.netloc.rpartition("@")[2]
    user = f"{parts.username}@" if scheme == "ssh" and parts.username else ""
    return f"{scheme}://{user}{host}{parts.path}"


def _from_file_url(text: str, parts: SplitResult) -> Location:
    if parts.netloc not in ("", "localhost"):
        raise BadSpec(f"a file:// URL with a host: {parts.netloc.rpartition('@')[2]}", hint="write file:///path")
    path = _path(parts.path.removesuffix("/").removesuffix("/.git"), "")
    return Location(f"file://{parts.path}", f"file://{parts.path}", _slug("localhost+file", path), path[-1])


def _from_scp(text: str, match: re.Match[str]) -> Location:
    if len(match["host"]) == 1:
        raise BadSpec(f"there is no folder {text!r}", hint=_WANTED)
    _refuse_stray_password(match["path"])
    host = _host(match["host"])
    path = _path(match["path"].removeprefix("/"), host, escaped=False)
    user = _part(match["user"]) if match["user"] else ""
    place = _authority(host, None, "ssh", user)
    if not match["path"].startswith(("/", "~")) and host not in FORGES.values():
        path = ["~", *path]  # relative to the user's home, unlike ssh://host/path
    return Location(text, text, _slug(place, path), path[-1])


def _from_short(host: str, path: str, text: str) -> Location:
    if not _SHORT.fullmatch(path):
        written = "what was written" if "@" in text else repr(text)  # a mangled URL may hold a password
        raise BadSpec(f"{written} is no repository and no folder", hint=_WANTED)
    if path.count("/") > 1 and host != FORGES["gitlab"]:
        raise BadSpec(f"there is no folder {text!r}, and it is not owner/name", hint=_WANTED)
    return _from_url(f"https://{host}/{path}", "https")


def _from_path(text: str, base: Path) -> Location:
    try:
        whole = base / Path(text).expanduser()
    except RuntimeError:
        raise BadSpec(f"there is no home folder for {text!r}", hint="write the whole path") from None
    try:
        path = whole.resolve()
    except RuntimeError:  # up to Python 3.12
        raise BadSpec(f"{text!r} is a link that leads back to itself", hint=_WANTED) from None
    place = path.parent if path.name == ".git" else path
    if not place.name:
        raise BadSpec("the root of the file system is no repository", hint=_WANTED)
    parts = ("localhost+file", *place.parts[1:-1], place.name.removesuffix(".git"))
    return Location(str(path), str(path), parts, parts[-1], local=path)


def _host(host: str) -> str:
    host = host.lower()
    if not _HOST.fullmatch(host) or ".." in host or len(host) > _LONGEST:
        raise BadSpec(f"{host!r} is no name of a host", hint="check the address; write a name, not an IPv6 address")
    return host.removesuffix(".")


def _path(text: str, host: str, *, escaped: bool = True) -> list[str]:
    written = text.removeprefix("/").removesuffix("/").split("/")
    parts = [_part(unquote(part) if escaped else part) for part in written]
    parts[-1] = _part(parts[-1].removesuffix(".git"))
    if any(re.search(r"(?i)\.git(?:\.|$)", part) for part in parts[:-1]):
        raise BadSpec(f"a folder within a repository: {'/'.join(parts)}", hint="give the path of the folder instead")
    if host in FORGES.values() and host != FORGES["gitlab"] and len(parts) != 2:
        raise BadSpec(f"{host}/{'/'.join(parts)} is not owner/name", hint=f"write https://{host}/OWNER/NAME")
    return parts


def _part(part: str) -> str:
    """Return a part that is safe as the name of a file on any system, or refuse it."""
    if not part or part in (".", ".."):
        raise BadSpec(f"an empty part or {part or '//'!r} in the address", hint=_WANTED)
    if part.startswith("-") or part.endswith((".", " ")):
        raise BadSpec(f"a part of the address begins with a dash or ends with a dot: {part!r}", hint=_WANTED)
    if re.search(r'[/\\:*?"<>|]', part) or not part.isprintable():
        raise BadSpec(f"a letter that no name can hold: {part!r}", hint=_WANTED)
    if len(part.encode()) > _LONGEST:
        raise BadSpec(f"a part of the address is too long: {part[:40]!r}…", hint=_WANTED)
    return part


def _authority(host: str, port: int | None, scheme: str, user: str) -> str:
    number = "" if port is None else f"+{port}"
    if host in FORGES.values() and not number:
        return host
    return f"{user}@{host}{_WAYS[scheme]}{number}" if user else f"{host}{_WAYS[scheme]}{number}"


def _slug(place: str, path: list[str]) -> tuple[str, ...]:
    if place in FORGES.values():
        path = [part.lower() for part in path]
    return (place, *path)
