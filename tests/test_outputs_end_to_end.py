"""Reports on a shelf, and formats, as a user meets them: a repository that grows, and the command in its process."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import diptych
from tests.repos import RepoBuilder

__all__ = ["diptych"]


@pytest.fixture
def growing(tmp_path: Path) -> RepoBuilder:
    builder = RepoBuilder(tmp_path / "tools.git")
    builder.commit({"a.py": "# why\nx = 1\n"}, day=1)
    builder.build()
    return builder


def test_each_report_of_a_growing_repository_leads_to_the_one_before(tmp_path, growing, diptych):
    place, pages = tmp_path / "reports/tools.html", []
    for day in (2, 3, 4):
        growing.commit({"a.py": "# why\n" * day + "x = 1\n"}, day=day)
        growing.build()
        for _ in range(2):
            assert diptych("--workspace", str(tmp_path), "compare", str(tmp_path / "tools.git")).code == 0
            pages.append(place.read_bytes())
    assert pages[0] == pages[1] != pages[2] == pages[3] != pages[4] == pages[5]
    kept = sorted(path.name for path in (tmp_path / "reports").glob("tools.2*.html"))
    links = [re.findall(r'class="before">[^<]*<a href="([^"]+)"', page.decode()) for page in pages[::2]]
    assert links == [[], [kept[0]], [kept[1]]]
    assert [(tmp_path / "reports" / name).read_bytes() for name in kept] == pages[:4:2]
    index = (tmp_path / "reports/index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]+)"', index) == ["tools.html", *reversed(kept)]


def test_every_format_of_text_is_printed_alone_and_says_the_same_number(tmp_path, growing, diptych):
    where = ("--workspace", str(tmp_path), "--quiet", "compare", str(tmp_path / "tools.git"))
    printed = {form: diptych(*where, "--format", form) for form in ("csv", "markdown", "terminal", "json")}
    assert {form: ran.code for form, ran in printed.items()} == dict.fromkeys(printed, 0)
    assert "commits,All time,Commits (all time),commits,all time,,1" in printed["csv"].out
    assert "| Commits | 1 |" in printed["markdown"].out
    assert re.search(r"^  Commits +1$", printed["terminal"].out, re.MULTILINE)
    rows = {row["slug"]: row for row in json.loads(printed["json"].out)["rows"]}
    assert rows["commits"]["cells"][0]["value"] == 1
    assert not list((tmp_path / "reports").glob("*.html"))


def test_a_badge_says_what_show_says(tmp_path, growing, diptych):
    where = ("--workspace", str(tmp_path), "--quiet")
    repository = ("--repository", str(tmp_path / "tools.git"))
    (row,) = json.loads(diptych(*where, "show", "comment_ratio", *repository, "--json").out)
    assert row["value"] == 50
    assert ">50.0 %<" in diptych(*where, "badge", "comment_ratio", *repository).out
