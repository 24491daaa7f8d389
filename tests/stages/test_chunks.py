"""Cutting work loses nothing and keeps the order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.stages.chunks import chunks


@given(st.lists(st.integers()), st.integers(1, 10))
def test_the_pieces_put_together_are_the_whole(items: list[int], size: int) -> None:
    pieces = chunks(items, size)
    assert [item for piece in pieces for item in piece] == items
    assert all(0 < len(piece) <= size for piece in pieces)
