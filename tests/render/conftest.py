"""Pages are made once for all tests: the chart library takes seconds to bundle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.model.comparison import Comparison
from analyzer.render.page import render
from tests.render import build


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that keeps the chart library and pictures during the session."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="session")
def page(scratch: Path) -> Callable[[Comparison], str]:
    """Render a comparison."""
    return lambda comparison: render(comparison, scratch=scratch)


@pytest.fixture(scope="session")
def two(page: Callable[[Comparison], str]) -> str:
    """The page of two repositories over five years."""
    return page(build.judged(build.comparison()))


@pytest.fixture(scope="session")
def hostile(page: Callable[[Comparison], str]) -> str:
    """The page of repositories, languages and paths whose names attack."""
    return page(build.hostile())
