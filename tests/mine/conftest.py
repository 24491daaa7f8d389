"""Odd repositories, each built once a session; never change one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.odd import odd
from tests.repos import RepoBuilder

Built = Callable[[str], RepoBuilder]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("odd")

    @cache
    def build(name: str) -> RepoBuilder:
        return odd(name, folder / name)

    return build
