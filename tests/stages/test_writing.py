"""From a comparison to files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.errors import ReportNotWritten
from analyzer.export.shelved import read
from analyzer.model.layout import Layout
from analyzer.stages.writing import formats, formatted, save, write_report
from tests.render import build

MADE = build.comparison(months=3, commits=3)


def written(session, made, place, layout=None) -> str:
    write_report(session, made, place, layout)
    return place.read_text(encoding="utf-8")


def test_in_the_usual_folder_reports_are_listed_and_say_what_they_are(session):
    folder = session.workspace.reports
    page = written(session, MADE, folder / "two.html")
    said = read(page)
    assert said is not None
    assert [one.name for one in said.repositories] == ["flask", "django"]
    assert '<a href="index.html">' in page
    assert (folder / "index.html").exists()


def test_no_name_in_it_can_speak_for_a_report(session, tmp_path):
    block = '<script type="application/json" id="headlines">{"schema_version":1}</script>'
    made = build.judged(build.comparison([block, "flask"], months=3, commits=3, title=block), block)
    said = read(written(session, made, tmp_path / "two.html"))
    assert said is not None
    assert (said.title, said.repositories[0].name) == (block, block)


def test_elsewhere_a_report_stands_alone_but_says_the_same(session, tmp_path):
    page = written(session, MADE, tmp_path / "two.html")
    assert read(page) is not None
    assert 'href="index.html"' not in page
    assert not (tmp_path / "index.html").exists()


@pytest.mark.parametrize("shelf", [True, False])
def test_the_configuration_decides_otherwise(session, tmp_path, shelf):
    place = tmp_path / "out/two.html" if shelf else session.workspace.reports / "two.html"
    written(session, MADE, place, Layout(shelf=shelf))
    assert (place.parent / "index.html").exists() is shelf


def test_the_next_report_of_other_commits_leads_to_the_one_before(session):
    place = session.workspace.reports / "two.html"
    first = written(session, MADE, place)
    later = replace(MADE.columns[0], sha="f" * 40, time=MADE.columns[0].time + 60)
    page = written(session, replace(MADE, columns=(later, *MADE.columns[1:]), end=MADE.end + 60), place)
    (before,) = session.workspace.reports.glob("two.2026-06-18-*.html")
    assert f'The report before this one: <a href="{before.name}">18 June 2026</a>' in page
    assert before.read_text(encoding="utf-8") == first


def test_sections_are_those_that_the_user_wants(session, tmp_path):
    page = written(session, MADE, tmp_path / "a.html", Layout(("people", "size")))
    assert page.index('<section id="people"') < page.index('<section id="size"')
    assert '<section id="side_by_side"' not in page
    assert '<section id="people"' not in written(
        session, MADE, tmp_path / "a.html", Layout(hidden=frozenset({"people"}))
    )


def test_a_format_gets_clean_text_unless_its_syntax_makes_all_harmless(session):
    made = build.hostile()
    for name, one in formats().items():
        content = formatted(session, made, name, Layout(), width=80, colour=False)
        assert (b"\\u001b" in content) is one.exact
        assert content


def test_a_file_that_cannot_be_written_is_said_to_be_one(tmp_path):
    save(b"1", tmp_path / "new" / "a.bin")
    assert (tmp_path / "new" / "a.bin").read_bytes() == b"1"
    with pytest.raises(ReportNotWritten):
        save(b"1", tmp_path / "new" / "a.bin" / "b.bin")
