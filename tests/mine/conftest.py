"""Odd repositories, each built once a session; never change one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def shaped(repo: RepoBuilder, shape: Sequence[Sequence[int]]) -> list[int]:
    """Commit a history whose commits have parents so many commits back, and return all its marks."""
    marks = [repo.commit({"0": "0\n"})]
    for number, back in enumerate(shape):
        parents = dict.fromkeys(marks[-min(step, len(marks))] for step in back)
        marks.append(repo.commit({f"{number % 3}": f"{number}\n"}, parents=list(parents)))
    return marks
