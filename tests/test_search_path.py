"""Lizard and PyDriller are imported side by side, whatever program runs, and leave Python's path as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.search_path import search_path_kept

FIRST_LIZARD = """
import sys
sys.path.pop(0)
before = list(sys.path)
from analyzer.count.lizard_functions import lizard_functions
lizard_functions("0" * 40, "JavaScript", b"function f() { return 1 }")
assert sys.path == before, sys.path
import analyzer.mine.methods
assert sys.path == before, sys.path
"""


def test_what_is_done_to_the_path_is_undone() -> None:
    before = list(sys.path)
    with search_path_kept():
        sys.path.insert(0, "elsewhere")
    assert sys.path == before
    with pytest.raises(ValueError), search_path_kept():
        sys.path.clear()
        raise ValueError
    assert sys.path == before


def test_a_git_module_beside_the_program_is_not_taken_for_gitpython(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(FIRST_LIZARD, encoding="utf-8")
    (tmp_path / "git.py").write_text("raise AssertionError", encoding="utf-8")
    ran = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
