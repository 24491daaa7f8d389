"""Python against Radon: its lines, and so its three percentages."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.model.lines import LineVector
from tests.count.python_oracles import check, definition, radon, value
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]


def as_radon(vector: LineVector) -> tuple[int, ...]:
    lines, sloc, multi = definition("radon"), definition("radon-sloc"), definition("radon-multi")
    assert lines.numerator and lines.denominator and sloc.denominator and multi.numerator
    comments = value(lines.numerator, vector)
    return (
        value(sloc.denominator, vector),
        comments,
        value(lines.denominator, vector),
        value(multi.numerator, vector) - comments,
        value(lines.rule.blank, vector),
    )


def test_files_have_the_lines_that_radon_finds(smaller_python_files: list[Path]) -> None:
    check(smaller_python_files, radon, as_radon, least=0.98)


def test_the_samples_are_what_radon_counts(sample_files: list[Path]) -> None:
    told = {path.stem: (counts[0], counts[1], counts[4]) for path, counts in radon(sample_files).items()}
    assert told == EXPECTED["radon"]
