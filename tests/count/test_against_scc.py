"""Python against scc."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.count import oracles
from tests.count.python_oracles import by_rule, check
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]


def test_files_have_the_lines_that_scc_finds(python_files: list[Path]) -> None:
    check(python_files, oracles.scc, by_rule("scc"), least=0.98)


def test_the_samples_are_what_scc_counts(sample_files: list[Path]) -> None:
    assert {path.stem: counts for path, counts in oracles.scc(sample_files).items()} == EXPECTED["scc"]
