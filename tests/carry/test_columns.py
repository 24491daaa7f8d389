"""Columns come back from a file as they went in, and a file cannot make a reader take more than it says."""

from __future__ import annotations

import lzma

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.carry.columns import TEXTS, Packed, pack, unpack
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
