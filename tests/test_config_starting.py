"""The first configuration is one, with its comments and without them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.config import load
from analyzer.config.starting import Start, first

BOTH = (Start("url", "https://example.org/ada/flask"), Start("path", "../django"))


def written(folder: Path, text: str) -> Path:
    place = folder / "diptych.toml"
    place.write_text(text, encoding="utf-8")
    return place


def test_it_names_what_was_found(tmp_path: Path) -> None:
    found = load(written(tmp_path, first(BOTH, tmp_path)))
    assert [spec.name for spec in found.repositories] == ["flask", "django"]
    assert found.title == "flask and django"
    assert found.repositories[0].location == "https://example.org/ada/flask"
    assert found.repositories[1].location == str(tmp_path / "../django")


def test_every_line_that_is_commented_out_may_be_used(tmp_path: Path) -> None:
    text = first(BOTH, tmp_path)
    used, count = re.subn(r"^# (?=[a-z_]+ = |\[)", "", text, flags=re.MULTILINE)
    (tmp_path / "ours.mailmap").touch()
    found = load(written(tmp_path, used))
    assert count > 15
    assert found.as_of == "2024-01-01"
    assert found.repositories[0].branch == "main"
    assert found.claims[0].must_hold
    assert not found.quality.survival
    assert found.people.persons[0].name == "Ada Byron"


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=1, max_size=3))
def test_no_address_becomes_anything_but_text(tmp_path_factory: pytest.TempPathFactory, values: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    starts = [Start("url", value) for value in values]
    found = load(written(folder, first(starts, folder)))
    assert [spec.location for spec in found.repositories] == values
