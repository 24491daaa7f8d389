"""Pairs are counted as by looking at every commit and every two things."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.together import count_pairs

SEEN = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 12)), max_size=60)


@given(SEEN, st.integers(1, 3))
def test_pairs_are_those_of_brute_force(seen, least):
    things: dict[int, set[int]] = {}
    for commit, thing in seen:
        things.setdefault(commit, set()).add(thing)
    counted = Counter(pair for some in things.values() for pair in combinations(sorted(some), 2))
    expected = sorted((*pair, count) for pair, count in counted.items() if count >= least)
    numbers = np.array(seen, dtype=np.int64).reshape(-1, 2)
    found = count_pairs(numbers[:, 0], numbers[:, 1], least)
    assert list(zip(found.first.tolist(), found.second.tolist(), found.together.tolist(), strict=True)) == expected


def test_nothing_has_no_pair():
    assert len(count_pairs(np.array([], np.int64), np.array([], np.int64), 1).first) == 0
