"""`diptych diff`, on real files."""

from __future__ import annotations

import json
import os

import pytest

from analyzer.cli.boundary import guarded
from analyzer.export.headlines import dumps, headlines
from analyzer.render.page import render
from tests.render import build


@pytest.fixture
def diff(capsys):
    def run(*words: object):
        code = guarded(["diff", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def reports(tmp_path):
    found = []
    for number in (1, 2):
        made = build.comparison(("flask", "django")[:number], months=14, commits=4)
        path = tmp_path / f"{number}.html"
        path.write_text(render(made, scratch=tmp_path, headlines=dumps(headlines(made))), encoding="utf-8")
        found.append(path)
    return found


def test_two_reports_are_set_against_each_other(reports, diff):
    code, out, _ = diff(*reports)
    assert code == 0
    assert out.splitlines()[0].startswith("flask: ")
    assert "django: not in the report -> " in out
    assert [line.split()[-1] for line in out.splitlines() if line.startswith("Commits")] == ["0", "0"]


def test_as_json_all_figures_are_told(reports, diff):
    code, out, _ = diff(*reversed(reports), "--json")
    assert code == 0
    flask, django = json.loads(out)
    assert (flask["repository"], django["now"]) == ("flask", None)
    assert {figure["change"] for figure in flask["figures"]} == {0}


def test_a_file_with_only_the_block_will_do(tmp_path, reports, diff):
    path = tmp_path / "headlines.json"
    path.write_text(dumps(headlines(build.comparison(("flask",), months=14, commits=4))), encoding="utf-8")
    assert diff(path, reports[0])[0] == 0


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (None, 2, "cannot read"),
        (b"<!doctype html>", 1, "has no headline figures"),
        (b"\xff\xfe\x00", 1, "has no headline figures"),
        (b'{"schema_version": 99}', 1, "schema version 99"),
        (b'<script type="application/json" id="headlines">{}</script>', 1, "no headline figures as Diptych"),
    ],
)
def test_what_is_no_report_is_one_line_and_a_hint(tmp_path, reports, diff, content, code, message):
    path = tmp_path / "other.html"
    if content is not None:
        path.write_bytes(content)
    got, _, err = diff(path, reports[0])
    assert got == code
    assert message in err.splitlines()[0]


def test_a_device_or_a_pipe_is_not_read(tmp_path, reports, diff):
    os.mkfifo(tmp_path / "pipe")
    for place in (os.devnull, "/dev/zero", tmp_path / "pipe"):
        code, _, err = diff(place, reports[0])
        assert code == 2
        assert "it is no plain file" in err
