"""The digest of the code covers what a page is made from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import analyzer
from analyzer.fingerprint import code


def digest(root: Path) -> str:
    words = [sys.executable, "-c", "from analyzer.fingerprint import code; print(code())"]
    return subprocess.run(words, cwd=root, capture_output=True, text=True, check=True).stdout.strip()


def test_a_style_sheet_that_changes_changes_the_digest(tmp_path: Path) -> None:
    copied = shutil.copytree(Path(analyzer.__file__).parent, tmp_path / "analyzer")
    assert digest(tmp_path) == code()
    style = copied / "render" / "assets" / "page.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n/* */\n", encoding="utf-8")
    assert digest(tmp_path) != code()
