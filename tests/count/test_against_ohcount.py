"""Python against Open Hub's own counter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.count import oracles
from tests.count.python_oracles import by_rule, check
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]


def test_files_have_the_lines_that_ohcount_finds(python_files: list[Path]) -> None:
    check(python_files, oracles.ohcount, by_rule("openhub"), least=0.999)


def test_the_samples_are_what_ohcount_counts(sample_files: list[Path]) -> None:
    assert {path.stem: counts for path, counts in oracles.ohcount(sample_files).items()} == EXPECTED["openhub"]
