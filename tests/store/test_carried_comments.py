"""Comments in a file of facts: only such as can be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analyzer.errors import FactsDamaged
from analyzer.model.carried import Tables
from analyzer.store.store import Store
from tests.store.test_carried import filled, manifest, without_ids

STALE = {"path_id": 1, "line": 1, "written": 0, "changes": 1, "commits": "1", "words": ""}
CHANGES = {"path_id": 1, "line": 0, "lines": 2, "changes": 4, "commits": "0 1"}


def columns(row: dict[str, int | str]) -> dict[str, object]:
    return {name: [value] if isinstance(value, str) else np.array([value], np.int64) for name, value in row.items()}


def carried(store: Store, stale: dict[str, int | str], changes: dict[str, int | str]) -> Tables:
    told = without_ids(store.carried.tables(filled(store)))
    return {**told, "stale_comments": columns(stale), "comment_changes": columns(changes)}  # type: ignore[dict-item]


def test_comments_come_back_as_they_were(store: Store, tmp_path: Path) -> None:
    told = carried(store, STALE, CHANGES)
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        other.carried.bring(repo, manifest(), told, "imported")
        found = other.carried.tables(repo)
    assert {name: list(column) for name, column in found["comment_changes"].items()} == {
        name: [value] for name, value in CHANGES.items()
    }
    assert list(found["stale_comments"]["commits"]) == ["1"]


@pytest.mark.parametrize(
    ("stale", "changes"),
    [
        ({"commits": "x"}, {}),
        ({"commits": ""}, {}),
        ({"commits": "2"}, {}),
        ({"commits": "-1"}, {}),
        ({"changes": 0}, {}),
        ({"written": 2}, {}),
        ({"written": -1}, {}),
        ({"line": 0}, {}),
        ({}, {"commits": "1 2"}),
        ({}, {"commits": "1  0"}),
        ({}, {"commits": "٣"}),
        ({}, {"changes": -5}),
        ({}, {"line": -1}),
        ({}, {"line": 1 << 62}),
        ({}, {"lines": 0}),
        ({}, {"lines": 1 << 62}),
    ],
)
def test_comments_that_cannot_be_are_refused(
    store: Store, tmp_path: Path, stale: dict[str, int | str], changes: dict[str, int | str]
) -> None:
    told = carried(store, {**STALE, **stale}, {**CHANGES, **changes})
    with Store.open(tmp_path / "other.sqlite") as other, pytest.raises(FactsDamaged):
        other.carried.bring(other.repository("https://example.org/a", "a"), manifest(), told, "imported")
