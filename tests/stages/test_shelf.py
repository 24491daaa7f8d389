"""Reports in a folder: the one before is kept, all are listed, and what others wrote is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.export.headlines import dumps, headlines
from analyzer.model.shelf import Beside, dated_name
from analyzer.stages.shelf import put, reports
from tests.render import build

NOW = headlines(build.comparison(months=2, commits=2))
FILE = "two.html"


def on(day: int):
    """Return what the report of this day said."""
    one = replace(NOW.repositories[0], sha=f"{day:040x}", time=NOW.end + day * build.DAY)
    return replace(NOW, end=NOW.end + day * build.DAY, repositories=(one, *NOW.repositories[1:]))


def page(said, text: str = ""):
    """Return a page as the template makes it, as far as a shelf reads it."""

    def made(beside: Beside) -> str:
        before = f'<p class="before">before <a href="{beside.before}">it</a></p>\n' if beside.before else ""
        index = "listed\n" if beside.index else ""
        block = f'<script type="application/json" id="headlines">{dumps(said)}</script>'
        return f"<!doctype html>\n{block}\n{before}{index}{text}"

    return made


def write(folder: Path, day: int, *, keep: int = 30, file: str = FILE, text: str = "") -> str:
    put(folder / file, on(day), page(on(day), text), keep=keep)
    return (folder / file).read_text(encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_first_report_leads_to_none_before_and_is_listed(tmp_path):
    assert 'class="before"' not in write(tmp_path / "new", 1)
    assert names(tmp_path / "new") == {FILE, "index.html"}
    assert 'href="two.html"' in (tmp_path / "new/index.html").read_text(encoding="utf-8")


def test_the_same_commits_again_change_nothing(tmp_path):
    first = write(tmp_path, 1)
    index = (tmp_path / "index.html").read_bytes()
    assert write(tmp_path, 1) == first
    assert (tmp_path / "index.html").read_bytes() == index
    assert names(tmp_path) == {FILE, "index.html"}


def test_a_newer_report_keeps_the_one_before_and_leads_to_it(tmp_path):
    first = write(tmp_path, 1)
    kept = dated_name(FILE, on(1))
    assert f'href="{kept}"' in write(tmp_path, 2)
    assert (tmp_path / kept).read_text(encoding="utf-8") == first
    assert "Earlier: 1<" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_written_twice_it_leads_to_the_same_one_before(tmp_path):
    write(tmp_path, 1)
    second = write(tmp_path, 2)
    assert write(tmp_path, 2) == second
    assert names(tmp_path) == {FILE, "index.html", dated_name(FILE, on(1))}


def test_each_report_of_a_row_leads_to_the_last(tmp_path):
    for day in (1, 2, 3):
        write(tmp_path, day)
    for day in (2, 3):
        place = tmp_path / (FILE if day == 3 else dated_name(FILE, on(day)))
        assert f'href="{dated_name(FILE, on(day - 1))}"' in place.read_text(encoding="utf-8")


def test_a_look_at_the_past_and_back_loses_nothing(tmp_path):
    for day in (1, 3):
        write(tmp_path, day)
    past = write(tmp_path, 2)
    assert f'href="{dated_name(FILE, on(1))}"' in past
    assert f'href="{dated_name(FILE, on(2))}"' in write(tmp_path, 3)
    assert set(reports(tmp_path)) == {FILE, *(dated_name(FILE, on(day)) for day in (1, 2, 3))}


def test_only_so_many_are_kept_and_the_oldest_leads_to_none_that_has_gone(tmp_path):
    for day in range(6):
        write(tmp_path, day, keep=2)
    assert names(tmp_path) == {FILE, "index.html", dated_name(FILE, on(4)), dated_name(FILE, on(3))}
    assert 'class="before"' not in (tmp_path / dated_name(FILE, on(3))).read_text(encoding="utf-8")
    assert 'class="before"' in (tmp_path / dated_name(FILE, on(4))).read_text(encoding="utf-8")


def test_none_is_kept_if_none_is_wanted(tmp_path):
    write(tmp_path, 1, keep=0)
    assert 'class="before"' not in write(tmp_path, 2, keep=0)
    assert names(tmp_path) == {FILE, "index.html"}


def test_reports_of_other_names_have_rows_of_their_own(tmp_path):
    write(tmp_path, 1)
    assert 'class="before"' not in write(tmp_path, 2, file="other.html")
    assert names(tmp_path) == {FILE, "other.html", "index.html"}


@pytest.mark.parametrize(
    "foreign",
    [
        b"<!doctype html><title>mine</title>",
        b"\xff\xfe\x00",
        b"",
        b'<script type="application/json" id="headlines">{"schema_version": 1}</script>',
        b'<script type="application/json" id="headlines">' + b"[" * 100_000 + b"</script>",
        b'<script type="application/json" id="headlines">{}</script>' * 2,
    ],
)
def test_a_foreign_or_broken_page_is_passed_over_and_kept_as_it_is(tmp_path, foreign):
    (tmp_path / "foreign.html").write_bytes(foreign)
    (tmp_path / "folder.html").mkdir()
    write(tmp_path, 1)
    assert set(reports(tmp_path)) == {FILE}
    assert (tmp_path / "foreign.html").read_bytes() == foreign


def test_a_foreign_page_in_the_place_of_the_report_is_written_over_and_not_kept(tmp_path):
    (tmp_path / FILE).write_text("<title>mine</title>", encoding="utf-8")
    assert "headlines" in write(tmp_path, 1)
    assert names(tmp_path) == {FILE, "index.html"}


def test_an_index_that_is_not_ours_stays_and_no_page_calls_it_a_list(tmp_path):
    (tmp_path / "index.html").write_text("<title>my site</title>", encoding="utf-8")
    assert "listed" not in write(tmp_path, 1)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<title>my site</title>"


def test_a_report_that_is_called_index_is_not_written_over(tmp_path):
    first = write(tmp_path, 1, file="index.html")
    write(tmp_path, 2)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == first


def test_links_to_elsewhere_are_no_reports(tmp_path):
    outside = tmp_path / "outside.html"
    outside.write_text(page(on(9))(Beside()), encoding="utf-8")
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "link.html").symlink_to(outside)
    write(folder, 1)
    assert set(reports(folder)) == {FILE}


def test_the_index_is_made_from_what_is_there(tmp_path):
    write(tmp_path, 1, file="a.html")
    write(tmp_path, 2, file="b.html")
    (tmp_path / "a.html").unlink()
    write(tmp_path, 2, file="b.html")
    assert "a.html" not in (tmp_path / "index.html").read_text(encoding="utf-8")
