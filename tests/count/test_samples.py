"""Every language of the table against a sample that was read by eye: a letter a line in `x.lua.expected`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from analyzer.count.blob import count_blobs
from analyzer.count.kinds import path_kind
from analyzer.count.languages import ALL
from analyzer.model.lines import BlobLines, LineVector

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".expected")
LETTERS = "c#ds."
IN_OTHERS_ONLY = {"PHP code"}


def counted(name: str, data: bytes) -> BlobLines:
    (row,) = count_blobs([("0" * 40, path_kind(name, {}).language, data)])
    return row


def letters(vector: LineVector) -> Counter[str]:
    blank = vector.blank + vector.docstring_blank + vector.string_blank
    counts = (vector.code, vector.comment, vector.docstring, vector.string, blank)
    return +Counter(dict(zip(LETTERS, counts, strict=True)))


def expected(name: str) -> list[str]:
    return (SAMPLES / f"{name}.expected").read_text().splitlines()


def test_every_language_has_one_sample_and_every_sample_a_language():
    languages = Counter(counted(name, (SAMPLES / name).read_bytes()).language for name in NAMES)
    assert languages == Counter(language.name for language in ALL if language.name not in IN_OTHERS_ONLY)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_counted_as_it_was_read(name: str):
    assert letters(counted(name, (SAMPLES / name).read_bytes()).vector) == Counter(expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_line_of_a_sample_is_what_it_adds_to_the_lines_before(name: str):
    """As every open token ends with the file, the start of a file counts as its lines do in the whole.

    The first and last lines of a multi-line string differ: only the whole shows that it is one.
    """
    lines = (SAMPLES / name).read_bytes().splitlines(keepends=True)
    kinds = expected(name)
    language = counted(name, b"".join(lines)).language
    before: Counter[str] = Counter()
    for number, kind in enumerate(kinds, start=1):
        (row,) = count_blobs([("0" * 40, language, b"".join(lines[:number]))])
        after = letters(row.vector)
        if "s" not in kinds and "d" not in kinds:
            assert after - before == Counter(kind), f"line {number}"
        assert after.total() == number
        before = after


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_do_not_matter(name: str):
    data = (SAMPLES / name).read_bytes()
    vector = counted(name, data).vector
    assert counted(name, data.replace(b"\n", b"\r\n")).vector == vector
    assert counted(name, data.replace(b"\n", b"\r")).vector == vector
    if not data.endswith(b"\n\n"):
        assert counted(name, data.removesuffix(b"\n")).vector == vector
