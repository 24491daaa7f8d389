"""Where a line is, as a text."""

import pytest

from analyzer.model.unique_lines import MANY, read, told


@pytest.mark.parametrize(
    ("files", "text"),
    [
        ({}, ""),
        ({"source": 1}, "source"),
        ({"tests": 7, "source": 1, "examples": 0}, "source tests+"),
    ],
)
def test_one_file_and_more_are_told_apart(files, text):
    assert told(files) == text
    assert read(text) == {scope: min(count, MANY) for scope, count in files.items() if count}
