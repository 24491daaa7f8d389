from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "facts.sqlite") as opened:
        yield opened


@pytest.fixture
def repo(store: Store) -> int:
    return store.repository("https://example.org/ada/engine", "engine")
