"""What a path alone tells: the language that its name implies and the part of the repository it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from identify.identify import tags_from_filename

from analyzer.count.blob import NO_LANGUAGE
from analyzer.count.languages import BY_EXTENSION, BY_FILENAME, BY_TAG, named
from analyzer.count.scopes import scope_of
from analyzer.model.scope import PathKind, Scope

KINDS_VERSION = "1"
"""A change that gives any path another language or scope raises it."""

ATTRIBUTES = (
    "linguist-language",
    "linguist-vendored",
    "linguist-generated",
    "linguist-documentation",
    "linguist-detectable",
)
"""What `.gitattributes` may say about a path, in GitHub's words."""

TEMPLATE_ENDINGS = (".in", ".tmpl", ".template", ".dist", ".sample", ".example", ".orig", ".bak", "~")
"""Endings under which a file in some language hides: `Makefile.in`."""

# fmt: off
BINARY_EXTENSIONS = frozenset({
    "7z", "a", "aif", "aiff", "au", "avi", "bin", "blend", "bz2", "bzip", "class", "com", "cur", "db", "dbf",
    "deb", "dex", "doc", "docx", "dump", "dwg", "dxf", "dylib", "egg", "elc", "eot", "flac", "flv", "gdb", "gmo",
    "gpg", "h5", "hdf", "ibd", "idx", "iso", "jp2", "keystore", "ko", "la", "lib", "lo", "lzma", "m4a", "m4v",
    "mdb", "mid", "mkv", "mmdb", "mo", "mov", "mp3", "mp4", "mpg", "npy", "npz", "o", "obj", "odg", "odp", "ods",
    "odt", "ogg", "ogv", "opus", "parquet", "pch", "pkl", "ppt", "pptx", "psd", "pyc", "pyd", "pyo", "rar",
    "rlib", "rpm", "sav", "shp", "shx", "sqlite", "sqlite3", "svgz", "sys", "tgz", "ttc", "wasm", "webm", "wma",
    "wmv", "xcf", "xls", "xlsx", "xz", "z", "zst",
})
# fmt: on
"""Of files that hold no text, where identify does not know them."""

_MARKED = {
    "linguist-vendored": Scope.VENDORED,
    "linguist-generated": Scope.GENERATED,
    "linguist-documentation": Scope.DOCUMENTATION,
}
_YES = frozenset({"set", "true", "1", "yes"})
_NO = frozenset({"unset", "false", "0", "no"})


def path_kind(path: str, attributes: Mapping[str, str]) -> PathKind:
    """Return what `path` tells; `attributes` are those of `ATTRIBUTES` that git gives it, and win over every rule.

    The language is "" where only the content can tell, and "-" where it is no counted text.
    """
    language = language_of_name(path.rpartition("/")[2])
    if not attributes:
        return PathKind(language, scope_of(path))
    return PathKind(_stated_language(language, attributes), _stated_scope(path, attributes))


@lru_cache(maxsize=50_000)
def language_of_name(name: str) -> str:
    """Return the language that a file's name (without folders) implies: "" for none, "-" for no text at all."""
    bare = name
    while (language := _by_whole_name(bare)) is None:
        # A name may end in thousands of such endings, one behind the other.
        ending = next((end for end in TEMPLATE_ENDINGS if bare.endswith(end) and len(bare) > len(end)), None)
        if ending is None:
            tags = tags_from_filename(bare)
            if "binary" in tags:
                return NO_LANGUAGE
            return next((BY_TAG[tag].name for tag in sorted(tags) if tag in BY_TAG), "")
        bare = bare.removesuffix(ending)
    return language


def _by_whole_name(name: str) -> str | None:
    if language := BY_FILENAME.get(name):
        return language.name
    stem, dot, extension = name.rpartition(".")
    extension = extension.lower()
    if dot and stem:
        if language := BY_EXTENSION.get(extension):
            return language.name
        if extension in BINARY_EXTENSIONS:
            return NO_LANGUAGE
    return None


def _stated_language(language: str, attributes: Mapping[str, str]) -> str:
    if attributes.get("linguist-detectable") in _NO:
        return NO_LANGUAGE
    stated = named(attributes.get("linguist-language", ""))
    return stated.name if stated else language


def _stated_scope(path: str, attributes: Mapping[str, str]) -> Scope:
    for attribute, marked in _MARKED.items():
        if attributes.get(attribute) in _YES:
            return marked
    denied = frozenset(marked for attribute, marked in _MARKED.items() if attributes.get(attribute) in _NO)
    return scope_of(path, denied)
