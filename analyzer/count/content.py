"""What a file's content tells where its name does not: its language, its encoding, and whether a program wrote it."""

from __future__ import annotations

import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from identify.identify import parse_shebang, tags_from_interpreter

from analyzer.count.languages import BY_EXTENSION, BY_INTERPRETER, BY_TAG, named

BINARY_WINDOW = 8_000
"""Bytes at the start in which a NUL byte makes a file binary: git's own rule."""
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
MEAN_MINIFIED = 110
"""Mean line length above which scripts and styles are taken for minified ones: GitHub's own rule."""
MINIFIABLE = frozenset({"JavaScript", "CSS", "TypeScript"})
HEAD_LINES = 5

# The longer marks first: UTF-32's begins with UTF-16's.
_WIDE = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_GENERATED = re.compile(
    rb"@generated\b|\bDO NOT EDIT\b|\bdo not edit (?:this|manually|by hand)|\bDo not edit (?:this|by)"
)
_EMACS = re.compile(
    rb"-\*-[ \t]*(?:.{0,80}?\bmode:[ \t]*)?([A-Za-z][\w+#-]{0,30})[ \t]*(?:;.{0,200})?-\*-", re.IGNORECASE
)
_VIM = re.compile(rb"\b(?:vim?|ex):[^\n]{0,80}?\b(?:ft|filetype|syntax)=([\w+#-]{1,30})")
_OPENINGS = (
    (re.compile(rb"\s{0,99}<\?php\b"), "PHP"),
    (re.compile(rb"\s{0,99}<!doctype html|\s{0,99}<html\b", re.IGNORECASE), "HTML"),
    (re.compile(rb"\s{0,99}<\?xml\b"), "XML"),
)
_OBJECTIVE_C = re.compile(rb"^[ \t]*(?:#import\b|@(?:interface|implementation|protocol|import|class)\b)", re.MULTILINE)
_SHARED_EXTENSIONS: dict[str, tuple[tuple[str, re.Pattern[bytes]], ...]] = {
    "C": (
        ("Objective-C", _OBJECTIVE_C),
        ("C++", re.compile(rb"^[ \t]*(?:class[ \t]+\w+|namespace\b|template[ \t]*<|using[ \t]+\w)", re.MULTILINE)),
    ),
    "Objective-C": (
        ("Objective-C", _OBJECTIVE_C),
        ("MATLAB", re.compile(rb"^[ \t]*(?:%|##|function\b|classdef\b)", re.MULTILINE)),
    ),
    "Perl": (
        ("Perl", re.compile(rb"^(?:#!.*perl|[^\S\n]*+(?:use|package|sub|my)\b)", re.MULTILINE)),
        ("Prolog", re.compile(rb"^[^\S\n]*+:-|^\w[^\n]*:-[ \t]*$", re.MULTILINE)),
    ),
    "Puppet": (
        ("Pascal", re.compile(rb"^[^\S\n]*+(?:unit|program|uses|interface|begin)\b", re.IGNORECASE | re.MULTILINE)),
    ),
    "TypeScript": (("XML", re.compile(rb"\s{0,99}<(?:\?xml|!DOCTYPE TS)\b")),),
    "Verilog": (("Coq", re.compile(rb"^(?:Require|Theorem|Lemma|Proof|Definition|Inductive)\b", re.MULTILINE)),),
}
"""For the language that an extension mostly stands for: others that share it, and what only they have, in order."""
_DECIDING = 20_000
"""Bytes at the start that tell languages with one extension apart."""
_VERSION = re.compile(r"[\d.-]+$")


def as_text(data: bytes) -> tuple[bytes, bool]:
    """Return the content as bytes in which ASCII is ASCII, and whether all of it could be read.

    UTF-16 and UTF-32 with a byte-order mark become UTF-8. Any other bytes stay as they are: in every other encoding
    that a repository is likely to hold, comments and line ends are ASCII.
    """
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            try:
                return data.decode(encoding).encode(), True
            except UnicodeDecodeError:
                return data.decode(encoding, errors="replace").encode(), False
    return data, True


def is_binary(data: bytes) -> bool:
    """Return whether the content (as text, so without UTF-16) holds a NUL byte near its start."""
    return b"\0" in data[:BINARY_WINDOW]


def is_generated(language: str, data: bytes) -> bool:
    """Return whether the first lines say that a program wrote the file, or it is minified."""
    head = b"\n".join(data[:2_000].split(b"\n")[:HEAD_LINES])
    if _GENERATED.search(head):
        return True
    return language in MINIFIABLE and len(data) > MEAN_MINIFIED * (data.count(b"\n") + 1)


def language_of(data: bytes) -> str:
    """Return the language that the content names by `#!`, an editor's mode line, or how it opens; "" for none."""
    data = data.removeprefix(BOM_UTF8)
    if data.startswith(b"#!") and (language := _by_shebang(data)):
        return language
    head = data[:1_000]
    lines = head.split(b"\n", HEAD_LINES)[:HEAD_LINES]
    for line in lines[:2]:
        if (match := _EMACS.search(line)) and (language := _by_mode(match[1])):
            return language
    for line in (*lines, *data[-1_000:].split(b"\n")[-HEAD_LINES:]):
        if (match := _VIM.search(line)) and (language := _by_mode(match[1])):
            return language
    return next((language for opening, language in _OPENINGS if opening.match(data)), "")


def told_apart(language: str, data: bytes) -> str:
    """Return the language of a file whose name implies `language`, by its content where others share the extension."""
    head = data[:_DECIDING]
    for other, mark in _SHARED_EXTENSIONS.get(language, ()):
        if mark.search(head):
            return other
    return language


def _by_shebang(data: bytes) -> str:
    command = parse_shebang(io.BytesIO(data[:500]))
    # `env` may be followed by options and settings.
    words = [word for word in command if not word.startswith("-") and "=" not in word]
    for word in words[:1] if command[:1] != ("env",) else words[1:2]:
        program = word.rpartition("/")[2]
        if language := BY_INTERPRETER.get(program) or BY_INTERPRETER.get(_VERSION.sub("", program)):
            return language.name
        for tag in sorted(tags_from_interpreter(program)):
            if tag in BY_TAG:
                return BY_TAG[tag].name
    return ""


def _by_mode(mode: bytes) -> str:
    word = mode.decode("ascii", errors="replace").lower()
    if language := named(word):
        return language.name
    found = BY_INTERPRETER.get(word) or BY_TAG.get(word) or BY_EXTENSION.get(word)
    return found.name if found else ""
