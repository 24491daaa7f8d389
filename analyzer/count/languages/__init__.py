"""The table of languages: what their files are called and how comments and strings are written in them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analyzer.count.languages import build, c_family, classic, data, functional, scripts, web
from analyzer.model.language import Category, Language

ALL: tuple[Language, ...] = (
    *scripts.LANGUAGES,
    *c_family.LANGUAGES,
    *web.LANGUAGES,
    *functional.LANGUAGES,
    *classic.LANGUAGES,
    *build.LANGUAGES,
    *data.LANGUAGES,
)
BY_NAME = MappingProxyType({language.name: language for language in ALL})
BY_EXTENSION = MappingProxyType({key: language for language in reversed(ALL) for key in language.extensions})
BY_FILENAME = MappingProxyType({key: language for language in reversed(ALL) for key in language.filenames})
BY_TAG = MappingProxyType({key: language for language in reversed(ALL) for key in language.tags})
BY_INTERPRETER = MappingProxyType({key: language for language in reversed(ALL) for key in language.interpreters})

OPENHUB_LANGUAGES: frozenset[str] = frozenset(language.name for language in ALL if language.openhub)
"""Names of the languages that Open Hub's counter counts."""
CATEGORIES: Mapping[str, Category] = MappingProxyType({language.name: language.category for language in ALL})


def named(text: str) -> Language | None:
    """Return the language that somebody means by `text`: any case, hyphens for spaces, or one of a few other names."""
    key = text.lower().replace("-", " ")
    return _BY_LOWER_NAME.get(ALIASES.get(key, key))


ALIASES = {
    "batchfile": "batch",
    "bash": "shell",
    "common lisp": "lisp",
    "cperl": "perl",
    "cpp": "c++",
    "csharp": "c#",
    "dosbatch": "batch",
    "fsharp": "f#",
    "golang": "go",
    "html+django": "html",
    "htmldjango": "html",
    "html+erb": "erb",
    "javascript module": "javascript",
    "js": "javascript",
    "makefile": "make",
    "objective c": "objective-c",
    "objective c++": "objective-c",
    "objc": "objective-c",
    "protocol buffer": "protocol buffers",
    "sh": "shell",
    "shell script": "shell",
    "text": "plain text",
    "tsx": "typescript",
    "viml": "vim script",
    "vim": "vim script",
    "xsd": "xml schema",
    "xsl": "xslt",
}
"""What GitHub's linguist, Emacs or Vim call some languages; lower case, spaces for hyphens."""

_BY_LOWER_NAME = {language.name.lower(): language for language in ALL}
