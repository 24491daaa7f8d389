"""The text of commit and tag objects, read as leniently as git itself does: no commit is lost for a bad line."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

from analyzer.model.commit import Signature

_SPACE = b" \t\n\r"
_WHEN = re.compile(rb"\s*(-?\d+)(?:\s*([+-]\d+))?")
_BIGGEST = 2**63 - 1
_BIGGEST_ZONE = 2**31 - 1
# Codecs that are no way to write a commit, and cost time or warn on hostile input.
_NO_TEXT = frozenset({"idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "undefined"})


class Parsed(NamedTuple):
    """An object taken apart."""

    headers: dict[bytes, bytes]
    """First value of each header line; those that continue (signatures) hold their first line only."""
    message: str
    encoding: str
    """As the header says; empty for UTF-8."""


def parse(content: bytes) -> Parsed:
    """Take a commit or tag object apart."""
    head, _, body = content.partition(b"\n\n")
    headers: dict[bytes, bytes] = {}
    for line in head.split(b"\n"):
        key, _, value = line.partition(b" ")
        headers.setdefault(key, value)
    encoding = headers.get(b"encoding", b"").decode("ascii", "replace").strip()
    # Git reads a message as a C string.
    return Parsed(headers, decode(body.partition(b"\0")[0], encoding), encoding)


def decode(content: bytes, encoding: str) -> str:
    """Decode by the given encoding, else UTF-8, else Latin-1: always to text that can be written as UTF-8."""
    if encoding:
        text = _decode_as(content, encoding)
        if text is not None:
            return text
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


@lru_cache(maxsize=64)
def _codec(encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    return None if name in _NO_TEXT else name


def _decode_as(content: bytes, encoding: str) -> str | None:
    codec = _codec(encoding)
    if codec is None:
        return None
    try:
        text = content.decode(codec)
        text.encode()  # UTF-7 can spell lone surrogates, which no database takes
    except (LookupError, UnicodeError):
        return None
    return text


def signature(line: bytes, encoding: str) -> Signature:
    """Read `name <address> seconds zone`, dividing it where git does.

    What is missing becomes empty or 0; so does a time that does not fit 64 bits. Unlike git, a negative time is kept.
    """
    person, _, when = line.rpartition(b">")
    name, email = _person(person, encoding)
    found = _WHEN.match(when) if person else None
    if found is None:
        return Signature(name, email, 0, 0)
    return Signature(name, email, _time(found.group(1)), _offset(found.group(2) or b"+0"))


@lru_cache(maxsize=4096)
def _person(line: bytes, encoding: str) -> tuple[str, str]:
    """Divide everything before the last `>`: a name ends at the first `<`, an address at the next `>`."""
    name, opened, rest = line.partition(b"<")
    if not opened:
        return "", ""
    parts = (name.rstrip(_SPACE), rest.partition(b">")[0])
    first, second = (decode(part, encoding).replace("\0", "\ufffd") for part in parts)
    return first, second


def _time(digits: bytes) -> int:
    # The length is looked at first: Python refuses to read thousands of digits.
    time = int(digits) if len(digits) <= 20 else _BIGGEST + 1
    return time if abs(time) <= _BIGGEST else 0


def _offset(zone: bytes) -> int:
    number = int(zone[1:]) if len(zone) <= 12 else _BIGGEST_ZONE
    if number >= _BIGGEST_ZONE:
        return 0
    minutes = number // 100 * 60 + number % 100
    return -minutes if zone.startswith(b"-") else minutes


def subject(message: str) -> str:
    """Return the first paragraph on one line, as git's `%s`."""
    lines: list[str] = []
    for line in message.split("\n"):
        stripped = line.rstrip(" \t\r")
        if stripped:
            lines.append(stripped)
        elif lines:
            break
    return " ".join(lines)
