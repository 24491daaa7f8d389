"""Packed lines without the numbers of one store: equal for equal histories, however they were put together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model.survival import Deaths, Lines, pack, pack_deaths
from analyzer.store.natural_lines import Shas, deaths_by_path, state_of

COMMITS = {number: f"{number * 7919:040x}"[::-1] for number in range(1, 9)}
FATES = st.lists(
    st.tuples(st.integers(1, 8), st.integers(0, 3), st.integers(1, 8), st.integers(1, 3), st.integers(1, 50)),
    min_size=1,
    max_size=12,
)
LINES = st.lists(st.tuples(st.integers(1, 8), st.integers(0, 3)), max_size=20)


def numbers(values: list[int]) -> Lines:
    return np.array(values, np.int64)


def packed(fates: list[tuple[int, ...]], shift: int = 0) -> bytes:
    writer, kind, died, path, number = (numbers(list(column)) for column in zip(*fates, strict=True))
    return pack_deaths([Deaths((writer + shift) * 4 + kind, died + shift, path + shift, number)])


def shifted(by: int) -> Shas:
    return Shas({number + by: sha for number, sha in COMMITS.items()})


def found(packs: list[bytes], shift: int = 0) -> set[tuple[str, int, str]]:
    paths = {number + shift: f"{number}.py" for number in range(1, 4)}
    return set(deaths_by_path(packs, shifted(shift), paths))


@given(FATES, st.integers(0, 500), st.randoms(), st.data())
def test_numbers_order_and_packing_make_no_difference(fates, shift, chance, data):
    cut = data.draw(st.integers(0, len(fates)))
    other = chance.sample(fates, len(fates))
    packs = [packed(some, shift) for some in (other[:cut], other[cut:]) if some]
    assert found([packed(fates)]) == found(packs, shift)


@given(FATES, st.data())
def test_one_other_fate_is_found(fates, data):
    place, column = data.draw(st.integers(0, len(fates) - 1)), data.draw(st.sampled_from([0, 1, 2]))
    one = list(fates[place])
    one[column] = (one[column] % (4 if column == 1 else 8)) + (0 if column == 1 else 1)
    if column == 1:
        one[1] = (fates[place][1] + 1) % 4
    assert one == list(fates[place]) or found([packed(fates)]) != found(
        [packed([*fates[:place], tuple(one), *fates[place + 1 :]])]
    )


@given(LINES, st.integers(0, 500))
def test_the_state_of_a_file_is_the_same_under_other_numbers(lines, shift):
    ours, theirs = (pack(numbers([(commit + by) * 4 + kind for commit, kind in lines])) for by in (0, shift))
    assert state_of(ours, shifted(0)) == state_of(theirs, shifted(shift))
    assert state_of(ours, shifted(0))[0] == len(lines)


def test_another_writer_kind_or_order_of_lines_is_found():
    said = [state_of(pack(numbers(lines)), shifted(0)) for lines in ([4, 4, 9], [4, 9, 4], [4, 4, 13], [5, 4, 9])]
    assert len(set(said)) == 4


def test_what_nobody_packed_is_said_to_be_unreadable():
    assert state_of(b"nonsense", shifted(0))[1].startswith("not readable: ")
    (row,) = deaths_by_path([b"nonsense"], shifted(0), {})
    assert row[2].startswith("not readable: ")
    assert list(deaths_by_path([], shifted(0), {})) == []
