"""Possessive repetitions are what they are by definition, by Python's own means and by ours."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count import possessive
from analyzer.count.possessive import compiled
from analyzer.count.python_shapes import LINES
from analyzer.count.python_tokens import skeleton

ROOT = Path(__file__).resolve().parents[2]
BODIES = ("ab?c", "a|bc?", "(?!C).", "a++b*+", "[^a]|a(?=b)", "(?:a|b)?+c")
SIGNS = ("*", "+", "?", "{1,3}")


def _atomic(body: str) -> str:
    """Return the same body with atomic groups for its possessive repetitions."""
    return {"a++b*+": "(?>a+)(?>b*)", "(?:a|b)?+c": "(?>(?:a|b)?)c"}.get(body, body)


@pytest.mark.parametrize("sound", [possessive.SOUND == [2, 2], False])
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("body", BODIES)
@given(text=st.text("abcC", max_size=12))
def test_they_match_what_the_atomic_group_does(body: str, sign: str, sound: bool, text: str) -> None:
    atomic = re.match(f"(?>(?:{_atomic(body)}){sign})", text)
    found = compiled(f"(?:{body}){sign}+", sound=sound).match(text)
    assert (found and found.span()) == (atomic and atomic.span())


def test_groups_names_and_flags_are_kept() -> None:
    pattern = compiled(rb"(?P<name>(?:a|B)++) # said", re.VERBOSE | re.IGNORECASE, sound=False)
    found = pattern.fullmatch(b"abAB")
    assert found is not None
    assert found["name"] == b"abAB"
    assert pattern.sub(rb"<\1>", b"ab c") == b"<ab> c"
    assert pattern.groups == 1


def test_the_one_text_that_gave_it_away_is_cut_right() -> None:
    assert skeleton(b'"""Sums."""\nx = 1\n')[0].count(b"\n") == 2
    assert b"x = 1" in skeleton(b'"""Sums."""\nx = 1\n')[0]
    assert LINES.match(b"x = 1\ny = 2\n") is not None


def test_no_other_file_has_python_repeat_a_group_possessively() -> None:
    group = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
    python_s = re.compile(r"\bre\.(?:compile|match|fullmatch|search|split|findall|finditer)\(")
    files = [path for path in (ROOT / "analyzer").rglob("*.py") if group.search(path.read_text(encoding="utf-8"))]
    assert len(files) > 5
    wrong = [path.name for path in files if python_s.search(path.read_text(encoding="utf-8"))]
    assert wrong == ["possessive.py"]


COUNTING = """
import pathlib, sysconfig
from analyzer.count import possessive
possessive.compiled.__kwdefaults__["sound"] = SOUND
from analyzer.count.python_lines import python_lines
from analyzer.count.radon_raw import raw
for path in sorted(pathlib.Path(sysconfig.get_path("stdlib")).glob("[a-d]*.py")):
    content = path.read_bytes()
    print(path.name, python_lines(content), raw(content.decode()))
"""


@pytest.mark.skipif(possessive.SOUND != [2, 2], reason="this Python is one of those that are wrong")
def test_real_code_is_counted_as_with_python_s_own() -> None:
    ours, python_s = (
        subprocess.run(
            [sys.executable, "-c", COUNTING.replace("SOUND", sound)], cwd=ROOT, capture_output=True, check=True
        )
        for sound in ("False", "True")
    )
    assert ours.stdout.count(b"\n") > 30
    assert ours.stdout == python_s.stdout
