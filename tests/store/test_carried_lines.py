"""Single lines in a file of facts: told by runs, and never more of them than a file can have."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import FactsDamaged
from analyzer.model.carried import Tables
from analyzer.model.survival import pack, pack_runs, unpack
from analyzer.store.store import Store
from tests.store.test_carried import filled, manifest, without_ids

MOST = 1 << 23


def followed(store: Store, runs: list[int], lengths: list[int]) -> Tables:
    """Return facts with the lines of so many files: how many runs each has, and how long these are."""
    column = np.ones(len(lengths), np.int64)
    no = np.zeros(0, np.int64)
    return {
        **without_ids(store.carried.tables(filled(store))),
        "survival": {
            "position": np.array([1]),
            "version": ["1"],
            "rules": ["r"],
            "comments": np.array([1]),
        },
        "line_files": {"path_id": np.arange(1, len(runs) + 1), "runs": np.array(runs, np.int64)},
        "line_runs": {"commit_id": column, "kind": column, "length": np.array(lengths, np.int64)},
        "line_deaths": {"commit_id": no, "kind": no, "died": no, "path_id": no, "number": no},
    }


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 9))))
def test_runs_are_packed_as_the_numbers_that_they_stand_for(runs: list[tuple[int, int]]) -> None:
    values, lengths = (np.array([run[place] for run in runs], np.int64) for place in (0, 1))
    numbers = np.repeat(values, lengths)
    assert pack_runs(values, lengths) == pack(numbers)
    assert unpack(pack_runs(values, lengths)).tolist() == numbers.tolist()


def test_lines_come_back_run_by_run(store: Store, tmp_path: Path) -> None:
    told = followed(store, [2, 1], [3, 4, MOST])
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        other.carried.bring(repo, manifest(), told, "imported")
        found = other.carried.tables(repo)
    # Neighbours that are alike are one run.
    assert found["line_runs"]["length"].tolist() == [7, MOST]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("runs", "lengths"),
    [
        ([1], [MOST + 1]),
        ([2], [MOST, 1]),
        ([1, 1], [1, 1 << 62]),
        ([1], [0]),
        ([1], [-1]),
        ([2], [1]),
        ([1], [1, 1]),
        ([0, 1], [1]),
        ([-1, 2], [1]),
        ([1 << 62, 1 << 62], [1]),
    ],
)
def test_more_lines_than_a_file_can_have_are_refused_before_they_are_made(
    store: Store, tmp_path: Path, runs: list[int], lengths: list[int]
) -> None:
    told = followed(store, runs, lengths)
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        tracemalloc.start()
        try:
            with pytest.raises(FactsDamaged):
                other.carried.bring(repo, manifest(), told, "imported")
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < MOST
        assert other.known_commits(repo) == set()
