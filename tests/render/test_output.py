"""A text becomes a file, wholly or not at all."""

from __future__ import annotations

import pickle
import stat
from pathlib import Path

import pytest

from analyzer.errors import ReportNotWritten
from analyzer.render.output import write


def test_the_folder_is_made_and_the_text_is_utf8(tmp_path):
    write("é\n", tmp_path / "a" / "b" / "report.html")
    assert (tmp_path / "a" / "b" / "report.html").read_bytes() == b"\xc3\xa9\n"


def test_an_existing_report_is_replaced_and_nothing_else_is_left(tmp_path):
    write("old", tmp_path / "report.html")
    write("new", tmp_path / "report.html")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.html", "new")]


def test_others_may_read_it_as_any_file_of_the_user(tmp_path):
    (tmp_path / "plain").write_text("")
    write("text", tmp_path / "report.html")
    assert stat.S_IMODE((tmp_path / "report.html").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_write_that_fails_keeps_the_old_report_and_leaves_no_half(tmp_path, monkeypatch):
    write("old", tmp_path / "report.html")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ReportNotWritten, match=r"report\.html: no space left on device") as caught:
        write("new", tmp_path / "report.html")
    assert "room" in caught.value.hint
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.html", "old")]


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path):
    (tmp_path / "reports").write_text("a file")
    with pytest.raises(ReportNotWritten) as caught:
        write("text", tmp_path / "reports" / "report.html")
    assert "not a folder" in caught.value.hint


def test_a_folder_in_the_place_of_the_report_is_told(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ReportNotWritten) as caught:
        write("text", tmp_path / "report.html")
    assert "that is a folder" in caught.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_text_that_is_no_unicode_leaves_nothing(tmp_path):
    with pytest.raises(UnicodeEncodeError):
        write("\ud800", tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


def test_the_error_survives_the_way_between_processes(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ReportNotWritten) as caught:
        write("text", tmp_path / "report.html")
    assert pickle.loads(pickle.dumps(caught.value)).hint == caught.value.hint
