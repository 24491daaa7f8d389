"""What is left out of changes and lines is told again by what is kept, to the last line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.carry.prediction import narrowed, widened
from analyzer.errors import FactsDamaged
from analyzer.model.carried import Tables
from analyzer.store.store import Store
from tests.store.histories import CONTENTS, History, histories
from tests.store.made import mine, oid


def tables(history: History, counts: dict[str, int]) -> Tables:
    """Return the tables of a history that was stored, with so many hundred lines in each content."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "facts.sqlite") as store:
        repo = store.repository("https://example.org/ada/engine", "engine")
        there = {change.new_blob for change in history.changes}
        counted = {name: number for name, number in counts.items() if oid(name) in there}
        mine(store, repo, history.commits, history.changes, counted)
        store.set_positions(repo, history.trunk)
        return store.carried.tables(repo)


def same(one: Tables, other: Tables) -> bool:
    assert one.keys() == other.keys()
    return all(
        one[table].keys() == other[table].keys()
        and all(list(one[table][name]) == list(other[table][name]) for name in one[table])
        for table in one
    )


@settings(max_examples=40)
@given(histories(), st.dictionaries(st.sampled_from(CONTENTS), st.integers(0, 9)))
def test_any_history_comes_back_as_it_was(history: History, counts: dict[str, int]) -> None:
    whole = tables(history, counts)
    assert same(widened(narrowed(whole)), whole)


def test_what_is_as_expected_is_kept_as_nothing() -> None:
    changes = {
        "commit_id": np.array([1, 2, 3]),
        "path_id": np.array([1, 1, 1]),
        "previous_path_id": np.array([0, 0, 0]),
        "old_blob_id": np.array([0, 1, 2]),
        "new_blob_id": np.array([1, 2, 3]),
        "added": np.array([3, 1, 1]),
        "deleted": np.array([0, 0, 1]),
    }
    kept = narrowed({"changes": changes, "blob_lines": _lines(np.array([3, 4, 4]))})
    assert not np.any(kept["changes"]["old_blob_id"])
    assert not np.any(kept["changes"]["new_blob_id"])
    assert not np.any(kept["blob_lines"]["code"])


def test_a_content_that_there_cannot_be_is_refused() -> None:
    changes = {name: np.array([1]) for name in ("commit_id", "path_id", "previous_path_id", "old_blob_id")}
    changes |= {"new_blob_id": np.array([9]), "added": np.array([1]), "deleted": np.array([0])}
    with pytest.raises(FactsDamaged, match="a content that there is not"):
        widened({"changes": changes, "blob_lines": _lines(np.array([1]))})
    with pytest.raises(FactsDamaged, match="is missing"):
        widened({"changes": {}, "blob_lines": _lines(np.array([1]))})


@pytest.mark.parametrize("column", ["old_blob_id", "new_blob_id"])
@pytest.mark.parametrize("number", [-(2**61), -(2**63), 2**63 - 1, -1, 9])
def test_a_number_that_is_of_no_content_is_refused(column: str, number: int) -> None:
    changes = {name: np.array([1]) for name in ("commit_id", "path_id", "previous_path_id", "old_blob_id")}
    changes |= {"new_blob_id": np.array([0]), "added": np.array([1]), "deleted": np.array([0])}
    widened({"changes": changes, "blob_lines": _lines(np.array([1]))})
    with pytest.raises(FactsDamaged, match="a content that there is not"):
        widened({"changes": {**changes, column: np.array([number])}, "blob_lines": _lines(np.array([1]))})


def _lines(code: np.ndarray) -> dict[str, np.ndarray]:
    from analyzer.model.lines import FIELDS

    numbers = {name: np.zeros_like(code) for name in FIELDS}
    return {"blob_id": np.arange(1, len(code) + 1), "hint_id": np.ones_like(code), **numbers, "code": code}
