"""Columns come back from a file as they went in, and a file cannot make a reader take more than it says."""

from __future__ import annotations

import lzma
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.carry.columns import (
    _NUMBERS,
    _TEXTS,
    DIFFERENCES,
    IDS,
    PLAIN,
    REALS,
    TEXTS,
    Packed,
    _pressed,
    pack,
    unpack,
)
from analyzer.errors import FactsDamaged
from analyzer.model.carried import NOTHING

NUMBERS = st.lists(st.integers(-(2**60), 2**60) | st.just(NOTHING))
WORDS = st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))


@given(NUMBERS)
def test_whole_numbers_come_back(numbers: list[int]) -> None:
    column = np.array(numbers, np.int64)
    assert np.array_equal(unpack(pack(column), len(column)), column)


@given(st.lists(st.floats(allow_nan=False)))
def test_real_numbers_come_back_to_the_last_bit(numbers: list[float]) -> None:
    column = np.array(numbers, np.float64)
    back = unpack(pack(column), len(column))
    assert np.array_equal(np.asarray(back).view(np.int64), column.view(np.int64))


@given(WORDS)
def test_texts_come_back(texts: list[str]) -> None:
    assert unpack(pack(texts), len(texts)) == texts


@given(st.lists(st.binary(min_size=20, max_size=20), min_size=1))
def test_object_ids_come_back(oids: list[bytes]) -> None:
    assert unpack(pack(oids), len(oids)) == oids
    assert unpack(pack(oids * 3), len(oids) * 3) == oids * 3


def test_ascending_numbers_are_kept_as_differences() -> None:
    column = np.arange(10_000, dtype=np.int64) * 3 + 1_600_000_000
    packed = pack(column)
    assert packed.coding == "differences"
    assert len(packed.data) < 100


def test_a_column_that_holds_more_than_it_says_is_refused_without_being_read_to_its_end() -> None:
    bomb = pack(["a" * 50_000_000])
    with pytest.raises(FactsDamaged, match="not as long as it says"):
        unpack(bomb._replace(size=1000), 1)


def test_more_texts_than_rows_are_refused_before_they_are_told_apart() -> None:
    many = 20_000_000
    bomb = Packed(TEXTS, 0, many, pack(["\0" * (many - 1)]).data)
    tracemalloc.start()
    try:
        with pytest.raises(FactsDamaged, match="more or fewer texts"):
            unpack(bomb, 1)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The bytes themselves, twice at the most while they are decompressed.
    assert most < 3 * many


def test_a_text_without_an_end_is_refused() -> None:
    with pytest.raises(FactsDamaged, match="no end"):
        unpack(Packed(TEXTS, 0, 3, _pressed(b"a\0b", _TEXTS)), 1)


@pytest.mark.parametrize(
    ("coding", "width", "rows"),
    [
        (PLAIN, 0, 2),
        (PLAIN, 9, 2),
        (DIFFERENCES, 0, 2),
        (DIFFERENCES, 16, 2),
        (REALS, 1, 2),
        (REALS, 16, 2),
        (TEXTS, 1, 2),
        (IDS, 0, 2),
        (IDS, 65, 2),
    ],
)
def test_a_width_that_cannot_be_is_refused(coding: str, width: int, rows: int) -> None:
    raw = bytes(width * rows)
    data = raw if coding == IDS else _pressed(raw, _NUMBERS)
    with pytest.raises(FactsDamaged, match="width"):
        unpack(Packed(coding, width, len(raw), data), rows)


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 100_000])
def test_the_window_is_as_large_as_the_column_and_files_with_the_largest_can_be_read(size: int) -> None:
    raw = (bytes(range(256)) * (size // 256 + 1))[:size]
    largest = [{**_NUMBERS, "dict_size": 1 << 24}]
    before = lzma.compress(raw, format=lzma.FORMAT_RAW, filters=largest)
    assert _pressed(raw, _NUMBERS) == before
    assert np.asarray(unpack(Packed(PLAIN, 1, size, before), size)).size == size


@pytest.mark.parametrize(
    "broken",
    [
        Packed(TEXTS, 0, 5, b"no such thing"),
        Packed("pickle", 0, 5, b""),
        pack(["a", "b"])._replace(size=3),
        pack(["a", "b"])._replace(data=pack(["a", "b"]).data + b"more"),
    ],
)
def test_what_is_no_column_is_refused(broken: Packed) -> None:
    with pytest.raises(FactsDamaged):
        unpack(broken, 2)


def test_another_number_of_values_than_rows_is_refused() -> None:
    for column in (np.arange(3), ["a", "b", "c"], [bytes(20)] * 3, np.zeros(3)):
        with pytest.raises(FactsDamaged):
            unpack(pack(column), 4)


def test_texts_that_are_not_utf_8_are_refused() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 3, "lp": 0, "pb": 0, "dict_size": 1 << 24}]
    data = lzma.compress(b"\xff\0", format=lzma.FORMAT_RAW, filters=filters)
    with pytest.raises(FactsDamaged, match="UTF-8"):
        unpack(Packed(TEXTS, 0, 2, data), 1)
