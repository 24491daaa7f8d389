"""Which code a comment stands by."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count.comment_blocks import comment_blocks, first_words
from analyzer.count.line_kinds import LineKinds
from analyzer.count.stale_comments import stale_comments

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


def test_only_commits_after_the_comment_that_wrote_its_code_count() -> None:
    kinds = LineKinds().of("Python", SOURCE)
    written = np.full(len(kinds), 10)
    written[[5, 6]] = [11, 9]
    written[[11, 12, 18, 19, 20, 22]] = [12, 13, 13, 99, 14, 99]
    first, second = stale_comments(SOURCE, kinds, written)
    assert (first.line, first.written, first.changes, first.commits, first.words) == (4, 10, 1, (11,), "first second")
    assert (second.line, second.changes, second.commits, second.words) == (15, 3, (12, 13, 14), "Says. More.")


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
