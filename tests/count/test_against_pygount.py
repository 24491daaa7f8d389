"""Python against pygount, which reads with Pygments."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.model.lines import LineVector
from tests.count.python_oracles import by_rule, check, pygount
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]


def as_pygount(vector: LineVector) -> tuple[int, ...]:
    code, documentation, empty = by_rule("pygount")(vector)
    return code, documentation, empty, vector.string + vector.string_blank + vector.literal - vector.valued


def test_files_have_the_lines_that_pygount_finds(python_files: list[Path]) -> None:
    check(python_files, pygount, as_pygount, least=0.98)


def test_the_samples_are_what_pygount_counts(sample_files: list[Path]) -> None:
    assert {path.stem: counts[:3] for path, counts in pygount(sample_files).items()} == EXPECTED["pygount"]
