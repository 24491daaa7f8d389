"""Python against tokei, as its default is and with docstrings as comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.count.python_oracles import by_rule, check, tokei
from tests.count.python_samples import EXPECTED

pytestmark = [pytest.mark.oracle, pytest.mark.slow]


@pytest.fixture(params=["tokei", "tokei-docstrings"])
def name(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Configure tokei for the definition of this name."""
    wanted = "true" if request.param == "tokei-docstrings" else "false"
    (tmp_path / "tokei.toml").write_text(f"treat_doc_strings_as_comments = {wanted}\n")
    monkeypatch.chdir(tmp_path)
    return str(request.param)


def test_files_have_the_lines_that_tokei_finds(name: str, python_files: list[Path]) -> None:
    check(python_files, tokei, by_rule(name), least=0.98)


def test_the_samples_are_what_tokei_counts(name: str, sample_files: list[Path]) -> None:
    assert {path.stem: counts for path, counts in tokei(sample_files).items()} == EXPECTED[name]
