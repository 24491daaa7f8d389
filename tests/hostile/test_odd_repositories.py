"""Every odd repository goes the whole way: right figures or a named entry, nothing run, nothing written elsewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from analyzer.export.comparison_json import loads
from analyzer.model.comparison import Comparison
from tests.hostile.place import Place, Ran
from tests.odd import ODD, odd
from tests.repos import git

FORMS = ("csv", "json", "markdown", "terminal", "summary")
REFUSED = {
    "empty": "is empty: it has no commit on any branch",
    "nameless_entry": "the repository at the remote is damaged",
}
"""Repositories that cannot be read at all, and what is said of them."""

# What drives terminals, or turns the direction of text.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ADDRESS = re.compile(r"[\w.+-]@example\.org")
_COMMANDS = (
    ("show", "contributors", "--identity", "all"),
    ("show", "comment_ratio", "--by", "file", "--definition", "all"),
    ("show", "commits", "--by", "month", "--json"),
    ("people",),
    ("people", "--json"),
    ("refresh",),
)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_repository_goes_the_whole_way(place: Place, name: str) -> None:
    path = odd(name, place.root / "remote.git").path
    place.configure(f'[[repository]]\nname = "odd"\nurl = "{path.as_uri()}"\n')
    before = place.outside()
    ran = place.run("run")
    if name in REFUSED:
        refused(place, ran, REFUSED[name])
    else:
        assert ran.code == 0, ran.err
        harmless(ran)
        page_is_safe(place.workspace / "reports" / "odd.html")
        forms = {form: exported(place, form) for form in FORMS}
        figures_are_those_of_git(place, path, loads(forms["json"]))
        csv_is_sound(forms["csv"])
        every_command_works(place)
    assert place.outside() == before


def refused(place: Place, ran: Ran, because: str) -> None:
    for one in (ran, place.run("show", "commits"), place.run("people")):
        assert one.code == 1
        (error,) = [line for line in one.err.splitlines() if line.startswith("error: ")]
        assert because in error
        assert "Traceback" not in one.err


def harmless(ran: Ran) -> None:
    assert not _HARMFUL.search(ran.out), _HARMFUL.search(ran.out)
    assert not _HARMFUL.search(ran.err), _HARMFUL.search(ran.err)
    assert "Traceback" not in ran.err


def figures_are_those_of_git(place: Place, path: Path, comparison: Comparison) -> None:
    (commits,) = json.loads(place.run("show", "commits", "--json").out)
    assert commits["value"] == int(git(path, "rev-list", "--count", "HEAD"))
    rows = json.loads(place.run("show", "lines", "--by", "file", "--json").out)
    counted = {row["path"] for row in rows}
    assert counted <= files_at_head(path)
    (files,) = json.loads(place.run("show", "files", "--json").out)
    assert len(counted) <= files["value"] <= len(files_at_head(path))
    told = {one.subject for one in comparison.troubles}
    for name in files_at_head(path) - counted:
        assert name in told or is_no_text(path, name), name


def files_at_head(path: Path) -> set[str]:
    entries = git(path, "ls-tree", "-r", "-z", "HEAD").split(b"\0")[:-1]
    return {entry.partition(b"\t")[2].decode("utf-8", "backslashreplace") for entry in entries if entry[:3] == b"100"}


def is_no_text(path: Path, name: str) -> bool:
    """Whether a file that is in no figure and not told of is empty, binary, or of no language that has comments."""
    return Path(name).suffix not in (".py", ".js", ".rs", ".c") or b"\0" in git(
        path, "cat-file", "blob", f"HEAD:{name}"
    )


class _Page(HTMLParser):
    """Finds what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if key.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.wrong.append(f"{tag} {key}={value}")
        if tag in ("iframe", "object", "embed", "img", "link", "base", "form"):
            self.wrong += [
                f"{tag} {key}={value}" for key, value in attrs if not (value or "").startswith(("data:", "#"))
            ]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page_is_safe(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not _HARMFUL.search(text), _HARMFUL.search(text)
    assert not _ADDRESS.search(text), _ADDRESS.search(text)
    page = _Page()
    page.feed(text)
    assert page.wrong == []
    assert "alert(1)" not in "".join(re.findall(r"<script[^>]*>(.*?)</script", text, re.DOTALL | re.IGNORECASE)[:1])
    assert "<script>alert" not in text and "<svg onload" not in text


def exported(place: Place, form: str) -> str:
    """Return the report in another format, in which strangers' text is nothing but text."""
    path = place.workspace / f"report.{form}"
    ran = place.run("report", "--format", form, "--output", str(path))
    assert ran.code == 0, ran.err
    text = path.read_text(encoding="utf-8")
    if form == "terminal":
        assert not _HARMFUL.search(text.replace("\n", "")), _HARMFUL.search(text)
    assert not _ADDRESS.search(text), _ADDRESS.search(text)
    assert "<script>alert" not in text.replace("\\u003c", "<") or form == "json"
    return text


def csv_is_sound(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "@", "\t", "\r"))
        assert not cell.startswith("-") or float(cell) < 0


def every_command_works(place: Place) -> None:
    page = (place.workspace / "reports" / "odd.html").read_bytes()
    assert place.run("report").code == 0
    assert (place.workspace / "reports" / "odd.html").read_bytes() == page
    for words in _COMMANDS:
        ran = place.run(*words)
        assert ran.code == 0, (words, ran.err)
        harmless(ran)
        if "--json" in words:
            json.loads(ran.out)
