"""The skeleton of Python texts."""

from __future__ import annotations

import pytest

from analyzer.count.python_lines import python_lines
from analyzer.count.python_tokens import skeleton
from analyzer.model.lines import PARTITION


@pytest.mark.parametrize(
    ("text", "bones", "unclosed"),
    [
        (b"", b"", False),
        (b"x = 1\n", b"x = 1\n", False),
        (b"x = 1  # why\ny = 2\n", b"x = 1  # w\ny = 2\n", False),
        (b"x = 'a\\\n\ny\n", b'x = "\\\n\ny\n', False),
        (b'x = "a"\n', b'x = "\n', False),
        (b'x = """a\n', b"x = \x03\x02\x02\x02\x01\x04\n", True),
    ],
)
def test_comments_and_strings_become_marks(text: bytes, bones: bytes, unclosed: bool) -> None:
    assert skeleton(text) == (bones, unclosed)


@pytest.mark.parametrize(
    "piece",
    [b"9", b"x = 1\n", b"if x:\n    pass\n", b"(", b"\\\n", b"f'{", b"'", b'"\n', b"# #\n", b'"""\n', b" \n", b'\\\\"'],
)
def test_a_million_bytes_of_anything_are_counted_in_one_go(piece: bytes) -> None:
    # With a step that costs more the further it is to the end, this takes hours.
    text = piece * (1_000_000 // len(piece))
    assert sum(getattr(python_lines(text), field) for field in PARTITION) == text.count(b"\n") + (
        not text.endswith(b"\n")
    )
