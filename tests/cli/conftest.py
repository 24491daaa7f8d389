"""What the tests of the command line share."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from analyzer.cli.boundary import guarded
from tests.cli.fake import pipeline

__all__ = ["pipeline"]

TWO = """
title = "Two"
output = "out/two.html"
[[repository]]
name = "flask"
url = "https://example.org/flask"
[[repository]]
name = "django"
url = "https://example.org/django"
"""


@dataclass
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def diptych(capsys):
    """Run the command line in this process, through its error boundary."""

    def run(*words: str) -> Ran:
        code = guarded(words)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def configured(pipeline, tmp_path):
    """A workspace with a configuration of two repositories."""
    (tmp_path / "diptych.toml").write_text(TWO, encoding="utf-8")
    return tmp_path
