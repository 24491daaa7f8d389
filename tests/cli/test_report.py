"""`diptych report`."""

from __future__ import annotations

import json

import pytest


def test_report_reads_only_the_cache(configured, pipeline, diptych):
    assert diptych("report", "--output", "again.html").code == 0
    (_, compared), (_, written) = pipeline.asked
    assert compared["update"] is False
    assert written["output"] == configured / "again.html"


def test_wishes_of_the_configuration_reach_the_report(configured, pipeline, diptych):
    with (configured / "diptych.toml").open("a", encoding="utf-8") as file:
        file.write('[report]\nhidden = ["people"]\n')
    assert diptych("report").code == 0
    assert pipeline.asked[-1][1]["layout"].hidden == {"people"}


def test_an_unknown_section_is_exit_2_before_anything_is_done(configured, pipeline, diptych):
    with (configured / "diptych.toml").open("a", encoding="utf-8") as file:
        file.write('[report]\nsections = ["peple"]\n')
    ran = diptych("report")
    assert (ran.code, ran.err.splitlines()[1]) == (2, "hint: did you mean people?")
    assert pipeline.asked == []


def test_sections_are_listed_in_their_order(pipeline, diptych):
    lines = diptych("report", "--list-sections").out.splitlines()
    assert lines[1].split(maxsplit=1) == ["what_changed", "What changed"]
    assert "people" in [line.split()[0] for line in lines]


def test_a_format_of_text_is_printed_and_nothing_else(configured, pipeline, diptych):
    ran = diptych("report", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["title"] == "Title"
    assert [what for what, _ in pipeline.asked] == ["compare"]
    assert diptych("report", "--format", "csv").out.startswith("slug,group")
    assert diptych("report", "--format", "markdown").out.startswith("## Title\n")


def test_in_a_pipe_a_terminal_gets_no_colours_and_80_columns(configured, diptych, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    out = diptych("report", "--format", "terminal").out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert "1,234" in out


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colours_unless_it_wants_none(monkeypatch, environment, coloured):
    from analyzer.cli import screen

    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert screen.screen()["colour"] is coloured


def test_a_format_goes_to_a_file_where_one_is_named(configured, diptych):
    ran = diptych("report", "--format", "markdown", "--output", "notes/a.md")
    assert ran.out == f"Written: {configured / 'notes/a.md'}\n"
    assert (configured / "notes/a.md").read_text(encoding="utf-8").startswith("## Title\n")


def test_a_mail_and_a_picture_lie_beside_the_report(configured, diptych):
    assert diptych("report", "--summary").out == f"Written: {configured / 'out/two.summary.html'}\n"
    assert diptych("report", "--format", "card").code == 0
    assert (configured / "out/two.card.png").read_bytes().startswith(b"\x89PNG")


def test_the_page_is_a_format_too(configured, pipeline, diptych):
    assert diptych("report", "--format", "html").code == 0
    assert pipeline.asked[-1][0] == "write_report"


def test_two_formats_at_once_are_refused(configured, pipeline, diptych):
    ran = diptych("report", "--summary", "--format", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert "hint: leave one out" in ran.err


def test_a_format_without_some_repositories_is_exit_4(configured, pipeline, diptych):
    pipeline.broken = frozenset({"django"})
    ran = diptych("report", "--format", "csv")
    assert ran.code == 4
    assert ran.out.startswith("slug,")
    assert ran.err.startswith("error: django could not be read")


@pytest.mark.parametrize("command", [("run",), ("compare", "x/y")])
def test_other_commands_that_compare_have_formats_and_read_the_slow_parts_first(configured, pipeline, diptych, command):
    pipeline.late = True
    assert diptych(*command, "--format", "csv").out.startswith("slug,")
    assert [what for what, _ in pipeline.asked] == ["compare", "catch_up", "compare"]


def test_letters_that_the_output_does_not_know_become_question_marks(capsys, monkeypatch):
    import io
    import sys

    from analyzer.cli.screen import put_out

    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="latin-1"))
    put_out("é ▁\n".encode())
    sys.stdout.flush()
    assert buffer.getvalue() == "é ?\n".encode("latin-1")
