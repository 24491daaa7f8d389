"""Functions of languages other than Python and their cyclomatic complexity, by Lizard.

Lizard (https://github.com/terryyin/lizard) reads tokens, no grammar: it counts every `if`, `for`, `case`, `&&` and the
like of a function, and 1. Radon counts other things (`else` of a loop, comprehensions, assertions), so that the two are
not to be compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import version
from types import MappingProxyType

from analyzer.count.content import as_text
from analyzer.count.python_quality import shortened
from analyzer.count.python_syntax import frames
from analyzer.count.time_limit import TookTooLong, processor_seconds
from analyzer.model.functions import BlobFunctions, Function
from analyzer.model.uncounted import Reason
from analyzer.search_path import search_path_kept

LIZARD_VERSION = f"1, Lizard {version('lizard')}"
"""Part of the key under which functions are kept."""
LARGEST = 256 * 1024
"""Bytes; what is longer was mostly written by a program, and takes Lizard a second."""
SECONDS = 20.0
"""A file of that length takes a fiftieth; some, made for it, take Lizard's expressions the square of their length."""

_FRAMES = 1_000
_FILE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "C": "a.c",
        "C++": "a.cpp",
        "C#": "a.cs",
        "Erlang": "a.erl",
        "Fortran": "a.f90",
        "Fortran 77": "a.f",
        "GDScript": "a.gd",
        "Go": "a.go",
        "Java": "a.java",
        "JavaScript": "a.js",
        "Kotlin": "a.kt",
        "Lua": "a.lua",
        "Objective-C": "a.m",
        "Perl": "a.pl",
        "PHP": "a.php",
        "R": "a.r",
        "Ruby": "a.rb",
        "Rust": "a.rs",
        "Scala": "a.scala",
        "Solidity": "a.sol",
        "Swift": "a.swift",
        "TypeScript": "a.ts",
        "Vue": "a.vue",
        "Zig": "a.zig",
    }
)
"""Language -> the name of a file that Lizard takes to be written in it."""
LANGUAGES = frozenset(_FILE_NAMES)
# All that a program which reads tokens may stumble over in a text that is none.
_MISTAKES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
    re.error,
)


def lizard_functions(blob: str, language: str, data: bytes | None) -> BlobFunctions:
    """Return the functions of one content in a language of `LANGUAGES`; never raises, whatever it holds."""
    if data is None:
        return BlobFunctions(blob, language, Reason.BROKEN_OBJECT.value, ())
    if len(data) > LARGEST:
        return BlobFunctions(blob, language, Reason.TOO_LARGE.value, ())
    text, _ = as_text(data)
    try:
        with processor_seconds(SECONDS), frames(_FRAMES):
            functions = _functions(_FILE_NAMES[language], text.decode(errors="replace"))
    except TookTooLong:
        return BlobFunctions(blob, language, Reason.TOO_SLOW.value, ())
    except _MISTAKES:
        return BlobFunctions(blob, language, Reason.NOT_PARSED.value, ())
    return BlobFunctions(blob, language, "", functions)


def _functions(file_name: str, source: str) -> tuple[Function, ...]:
    # Not at the top: it takes 0.3 s, and most repositories of the cache need no look at it.
    with search_path_kept():
        from lizard import FileInfoBuilder, get_extensions, get_reader_for

    # What lizard.analyze_file does, which prints when the text is nested too deep, and returns half of the functions.
    context = FileInfoBuilder(file_name)
    reader = get_reader_for(file_name)(context)
    tokens = reader.generate_tokens(source)
    for processor in get_extensions([]):
        tokens = processor(tokens, reader)
    for _ in reader(tokens, reader):
        continue
    found = (
        Function(shortened(one.name), one.start_line, one.end_line, one.cyclomatic_complexity, "function")
        for one in context.fileinfo.function_list
    )
    return tuple(sorted(found, key=lambda one: (one.line, one.end_line, one)))
