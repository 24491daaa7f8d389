"""Python against cloc."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.count.python_oracles import by_rule, check, cloc
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]

OPTIONS = {"cloc": (), "cloc-docstrings-as-code": ("--docstring-as-code",)}


@pytest.mark.parametrize("name", OPTIONS)
def test_files_have_the_lines_that_cloc_finds(name: str, python_files: list[Path], tmp_path: Path) -> None:
    def oracle(files: list[Path]) -> dict[Path, tuple[int, ...]]:
        return cloc(files, *OPTIONS[name], folder=tmp_path)

    check(python_files, oracle, by_rule(name), least=0.999)


@pytest.mark.parametrize("name", OPTIONS)
def test_the_samples_are_what_cloc_counts(name: str, sample_files: list[Path], tmp_path: Path) -> None:
    told = partial(cloc, folder=tmp_path)(sample_files, *OPTIONS[name])
    assert {path.stem: counts for path, counts in told.items()} == EXPECTED[name]
