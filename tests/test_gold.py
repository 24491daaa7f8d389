"""The tool that compares with gold is itself compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import gold


def places(tmp_path: Path) -> dict[str, Path]:
    return {"gold": tmp_path / "gold", "aside": tmp_path / "aside"}


def test_what_equals_its_gold_passes_and_leaves_nothing_aside(tmp_path):
    gold.compare("a\n", "x/one.txt", update=True, **places(tmp_path))
    gold.compare("a\n", "x/one.txt", update=False, **places(tmp_path))
    assert not (tmp_path / "aside").exists()


def test_what_differs_fails_with_the_difference_and_is_kept_aside(tmp_path):
    gold.compare("same\nold\n", "one.txt", update=True, **places(tmp_path))
    with pytest.raises(AssertionError, match=r"--update-gold[\s\S]*-old\n\+new"):
        gold.compare("same\nnew\n", "one.txt", update=False, **places(tmp_path))
    assert (tmp_path / "aside" / "one.txt").read_text() == "same\nnew\n"
    assert (tmp_path / "gold" / "one.txt").read_text() == "same\nold\n"


def test_what_has_no_gold_fails_even_if_it_is_empty(tmp_path):
    with pytest.raises(AssertionError):
        gold.compare("", "one.txt", update=False, **places(tmp_path))


def test_a_difference_that_is_scrubbed_is_none(tmp_path):
    scrubs = [(r"version \d+", "version N")]
    gold.compare("version 1", "one.txt", update=True, scrubs=scrubs, **places(tmp_path))
    gold.compare("version 22", "one.txt", update=False, scrubs=scrubs, **places(tmp_path))


def test_passing_again_removes_what_was_kept_aside(tmp_path):
    gold.compare("a", "one.txt", update=True, **places(tmp_path))
    with pytest.raises(AssertionError):
        gold.compare("b", "one.txt", update=False, **places(tmp_path))
    gold.compare("a", "one.txt", update=False, **places(tmp_path))
    assert not (tmp_path / "aside" / "one.txt").exists()
