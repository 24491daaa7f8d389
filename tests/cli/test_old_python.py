"""A Python that is too old is told so, before anything that it could not read is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLD = "import runpy, sys; sys.version_info = (3, 10, 2); runpy.run_module('analyzer', run_name='__main__')"


def test_it_says_which_one_is_needed():
    ran = subprocess.run([sys.executable, "-c", OLD], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "error: Diptych needs Python 3.11 or newer, this is 3.10\nhint: name another, such as python3.12\n"
    )
