"""The commands of make, in a clone in which everything is installed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.clone import ROOT, Clone

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_help_names_every_command(clone: Clone) -> None:
    ran = clone.run("make")
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line.split()[1] for line in ran.stdout.splitlines()] == targets


def test_clean_leaves_what_was_read_and_written(clone: Clone) -> None:
    for kept in ("cache/diptych.sqlite", "reports/one.html"):
        (clone.folder / kept).parent.mkdir(exist_ok=True)
        (clone.folder / kept).touch()
    assert clone.run("make", "clean").returncode == 0
    assert not (clone.folder / ".venv").exists()
    assert (clone.folder / "cache/diptych.sqlite").exists()
    assert (clone.folder / "reports/one.html").exists()


@pytest.mark.slow
def test_report_makes_one_of_flask_and_django_where_the_forge_cannot_be_reached(clone: Clone) -> None:
    ran = clone.run("make", "report")
    assert ran.returncode == 0, ran.stderr
    note = json.loads((ROOT / "cache/bundled/bundled.json").read_text(encoding="utf-8"))
    assert sorted(note["repositories"]) == ["django", "flask"]
    for name in note["repositories"]:
        told = rf"{name}: as of \d+ \w+ \d+, from bundled facts; github.com could not be reached\n"
        assert re.search(told, ran.stdout + ran.stderr)
    assert ran.stdout.endswith(f"Report: {clone.folder / 'reports/flask-vs-django.html'}\n")
    page = (clone.folder / "reports/flask-vs-django.html").read_text(encoding="utf-8")
    assert page.count("from bundled facts; github.com could not be reached") >= 2


@pytest.mark.slow
def test_docs_makes_a_site(clone: Clone) -> None:
    pytest.importorskip("furo")
    pytest.importorskip("myst_parser")
    ran = clone.run("make", "docs")
    assert (ran.returncode, ran.stdout) == (0, "build/site/index.html\n"), ran.stderr
    assert (clone.folder / "build/site/index.html").exists()
