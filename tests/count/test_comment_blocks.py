"""Which code a comment stands by."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count.comment_blocks import blocks_of, comment_blocks, first_words
from analyzer.count.line_kinds import LineKinds
from analyzer.count.stale_comments import stale_comments
from analyzer.model.survival import Beside, StaleComment

SOURCE = b'''"""Of the module."""
# stands by nothing

# first
# second
a = 1
b = 2

c = 3
class A:
    """Of the class."""
    async def f(
        self,
    ) -> None:
        """Says.

        More.
        """
        x = 1

        return x

    y = 2
'''


def test_a_comment_stands_by_the_code_behind_it_and_a_docstring_by_its_function() -> None:
    kinds = LineKinds().of("Python", SOURCE)
    found = [(block.first + 1, block.end, block.code) for block in comment_blocks(SOURCE, kinds)]
    assert found == [(4, 5, (5, 7)), (15, 18, (11, 22))]


def test_only_comments_of_programs_are_told() -> None:
    assert list(blocks_of("C", b"/* a */\nint b;\n", LineKinds().of("C", b"/* a */\nint b;\n")))
    text = b"<!-- a -->\n<b>\n"
    assert not list(blocks_of("HTML", text, LineKinds().of("HTML", text)))


def test_comments_beside_changed_code_are_told_with_their_newest_line() -> None:
    kinds = LineKinds().of("Python", SOURCE)
    written = np.full(len(kinds), 10)
    written[[4, 16]] = [11, 12]
    # The first stands by nothing any more; a comment in two parts has the changes since the newer was written.
    beside = [Beside(1, 1, 9, (20,)), Beside(3, 1, 4, (9, 10, 13)), Beside(4, 1, 1, (13,)), Beside(15, 3, 3, (15, 16))]
    first, second = stale_comments(SOURCE, kinds, written, beside)
    assert first == StaleComment(4, 11, 1, (13,), "first second")
    assert second == StaleComment(15, 12, 3, (15, 16), "Says. More.")
    (second,) = stale_comments(SOURCE, kinds, written, [*beside[:2], beside[3]])
    assert second.line == 15


def test_a_comment_without_changed_code_is_none_of_them() -> None:
    kinds = LineKinds().of("Python", SOURCE)
    assert stale_comments(SOURCE, kinds, np.full(len(kinds), 10), []) == []


def test_words_are_cut_and_clean() -> None:
    assert first_words([b"// ask eve@example.org\x1b[0m \xff now"]) == "ask … [0m � now"
    assert len(first_words([b"# " + b"word " * 50])) == 60
    assert first_words([b"# -----"]) == ""


@given(st.binary(max_size=200))
def test_whatever_the_text_every_line_has_a_kind_and_every_block_its_place(text: bytes) -> None:
    for language in ("Python", "C", "HTML", "Shell"):
        kinds = LineKinds().of(language, text)
        lines = text.count(b"\n") + (not text.endswith(b"\n") if text else 0)
        assert len(kinds) <= lines
        for block in comment_blocks(text, kinds):
            assert 0 <= block.first < block.end <= len(kinds)
            assert 0 <= block.code[0] < block.code[1] <= len(text.split(b"\n"))
