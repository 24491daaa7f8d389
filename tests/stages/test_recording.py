"""A refresh is a round in the record, and a line in the file that other programs follow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import RefreshHeld, StoreError
from analyzer.model.history import Round, Visit
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages import reports
from analyzer.stages.recording import append
from analyzer.stages.setting_aside import last_record
from tests.repos import RepoBuilder
from tests.stages.conftest import Listener

HALF = "# one\nx = 1\n"


def lines(session: Session) -> list[dict[str, object]]:
    return [json.loads(line) for line in session.workspace.followed.read_text(encoding="utf-8").splitlines()]


def test_each_refresh_adds_a_line_with_what_the_report_says(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": HALF}, day=1)
    one = RepositorySpec("one", builder.build().as_uri())
    later = replace(session, clock=lambda: session.now + 7)
    pipeline.refresh(later, [one], base=tmp_path, title="T")
    made = pipeline.compare(replace(later, now=session.now + 60), [one], base=tmp_path, title="T", as_of=None)
    first, second = lines(session)
    assert (first["number"], first["title"], first["outcome"]) == (1, "T", "ok")
    assert (first["started"], first["finished"]) == ("2020-09-13T12:26:40Z", "2020-09-13T12:26:47Z")
    (told,) = second["repositories"]  # type: ignore[misc]
    assert (told["commit"], told["new_commits"]) == (made.columns[0].sha, 0)
    assert told["figures"] == first["repositories"][0]["figures"]  # type: ignore[index]
    for slug, value in told["figures"].items():
        assert value == made.row(slug).cells[0].value
    assert reports.history(session.workspace, 9)[0].started == session.now + 60


def test_a_report_from_the_cache_is_no_refresh(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": HALF})
    one = RepositorySpec("one", builder.build().as_uri())
    assert reports.history(session.workspace, 9) == []
    pipeline.compare(session, [one], base=tmp_path, title="T", as_of=None)
    pipeline.compare(session, [one], base=tmp_path, title="T", as_of=None, update=False)
    assert len(lines(session)) == len(reports.history(session.workspace, 9)) == 1


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "new" / "refreshes.jsonl"
    made = Round(1, "T", 5, 6, (Visit("a", "a", "ok", notes=("n\u2028\x1b",)),))
    append(path, made)
    with path.open("ab") as file:
        file.write(b'{"number": 2, "ti')
    append(path, made)
    found = path.read_bytes().split(b"\n")
    assert [line[:11] for line in found] == [b'{"finished"', b'{"number": ', b'{"finished"', b""]
    assert json.loads(found[0]) == json.loads(found[2])
    assert b"\x1b" not in path.read_bytes()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        append(tmp_path / "file" / "refreshes.jsonl", Round(1, "T", 5, 6, ()))


def test_what_a_link_leads_to_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine", encoding="utf-8")
    (tmp_path / "refreshes.jsonl").symlink_to("victim")
    with pytest.raises(StoreError, match="cannot be written: it is a link") as caught:
        append(tmp_path / "refreshes.jsonl", Round(1, "T", 5, 6, ()))
    assert "move it away" in caught.value.hint
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "mine"


def test_a_refresh_that_another_one_is_in_the_way_of_is_refused(session: Session, listener: Listener) -> None:
    with pipeline.alone(session) as first:
        assert not first.taken_over
        with pytest.raises(RefreshHeld), pipeline.alone(session):
            pytest.fail("two at once")
    assert listener.notes == []


def test_a_refresh_after_a_killed_one_says_so(session: Session, listener: Listener) -> None:
    session.workspace.cache.mkdir(parents=True)
    (session.workspace.cache / "refresh.holder").write_text('{"pid": 7, "since": 0}', encoding="utf-8")
    with pipeline.alone(session) as second:
        assert second.taken_over
    told = "the refresh by process 7 since 1 January 1970, 00:00:00 UTC was cut off; this one goes on where it stopped"
    assert listener.notes == [told]


def test_the_last_record_is_read_back_from_the_followed_file(tmp_path: Path) -> None:
    path = tmp_path / "refreshes.jsonl"
    assert list(last_record(path)) == []
    rounds = [Round(number, "T", time, time, ()) for number, time in ((1, 5), (2, 6), (1, 7), (2, 8), (4, 9))]
    for made in rounds[:3]:
        append(path, made)
    with path.open("ab") as file:
        file.write(b'{"number": 2, "ti\n\xff\xfe\nnull\n')
    for made in rounds[3:]:
        append(path, made)
    # Somebody deleted the first record: numbers began anew.
    assert list(last_record(path)) == rounds[2:]
