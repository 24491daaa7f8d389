"""`diptych facts`."""

from __future__ import annotations

import json

import pytest

from analyzer.carry.container import dumps
from analyzer.cli import carrying
from analyzer.errors import CarryError, RefreshHeld
from analyzer.model.carried import Manifest

MANIFEST = Manifest("https://example.org/flask", "flask", "main", "ab" * 20, 1_600_000_000, "shape", {"lines": "1"})
CONTENT = dumps(MANIFEST, {"commits": {"subject": ["One"]}})


@pytest.fixture
def files(pipeline, monkeypatch):
    """A pipeline that exports a small file, and remembers what it was given to import."""

    def export(session, spec, *, base):
        pipeline.asked.append(("export", {"name": spec.name, "base": base}))
        return CONTENT

    def take(session, content, specs, *, base):
        pipeline.asked.append(("import", {"content": content, "names": [spec.name for spec in specs]}))
        return "flask", content == CONTENT

    monkeypatch.setattr(pipeline, "export_facts", export, raising=False)
    monkeypatch.setattr(pipeline, "import_facts", take, raising=False)
    monkeypatch.setattr(carrying, "pipeline", pipeline)
    return pipeline


def test_export_writes_one_file(configured, files, diptych, tmp_path):
    place = tmp_path / "out" / "flask.facts"
    ran = diptych("facts", "export", "flask", str(place))
    assert (ran.code, ran.out) == (0, f"Facts: {place} ({len(CONTENT):,} bytes)\n")
    assert place.read_bytes() == CONTENT
    assert [path.name for path in place.parent.iterdir()] == ["flask.facts"]
    assert files.asked == [("export", {"name": "flask", "base": configured})]


def test_a_place_that_cannot_be_written_is_told_in_a_line(configured, files, diptych, tmp_path):
    (tmp_path / "file").touch()
    ran = diptych("facts", "export", "flask", str(tmp_path / "file" / "flask.facts"))
    assert ran.code == 1
    assert ran.err.startswith(f"error: {tmp_path}/file/flask.facts cannot be written: ")


def test_after_an_error_nothing_is_left_beside_a_file_of_facts(tmp_path):
    (tmp_path / "out" / "flask.facts").mkdir(parents=True)
    with pytest.raises(CarryError, match="cannot be written: "):
        carrying.write(tmp_path / "out" / "flask.facts", CONTENT)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["flask.facts"]


def test_import_takes_the_file_for_the_repositories_of_the_configuration(configured, files, diptych, tmp_path):
    (tmp_path / "flask.facts").write_bytes(CONTENT)
    ran = diptych("facts", "import", str(tmp_path / "flask.facts"))
    assert (ran.code, ran.out) == (0, "Imported: flask\n")
    assert files.asked == [("import", {"content": CONTENT, "names": ["flask", "django"]})]


def test_import_says_when_there_is_nothing_new(configured, files, diptych, tmp_path):
    (tmp_path / "flask.facts").write_bytes(b"old")
    ran = diptych("facts", "import", str(tmp_path / "flask.facts"), "flask")
    assert (ran.code, ran.out) == (0, "Nothing new: flask is known as far as that\n")
    assert files.asked[0][1]["names"] == ["flask"]


def test_a_file_that_is_not_there_is_told_in_a_line(configured, files, diptych, tmp_path):
    ran = diptych("facts", "import", str(tmp_path / "none.facts"))
    assert ran.code == 1
    assert ran.err == f"error: {tmp_path}/none.facts cannot be read: No such file or directory\nhint: check the path\n"


def test_a_bundle_has_a_file_for_each_repository_and_a_note_of_where_they_come_from(
    configured, files, diptych, tmp_path
):
    ran = diptych("facts", "bundle", str(tmp_path / "bundled"))
    assert ran.code == 0
    assert f"{2 * len(CONTENT):,} bytes of 6,000,000" in ran.out
    assert "commits" in ran.out
    assert sorted(path.name for path in (tmp_path / "bundled").iterdir()) == [
        "bundled.json",
        "django.facts",
        "flask.facts",
    ]
    note = json.loads((tmp_path / "bundled" / "bundled.json").read_text())
    assert note["command"].startswith("diptych")
    assert note["repositories"]["flask"] == {
        "location": MANIFEST.location,
        "branch": "main",
        "commit": MANIFEST.head,
        "committed": "2020-09-13T12:26:40+00:00",
        "diptych": "",
        "counters": {"lines": "1"},
        "parts": {},
        "bytes": len(CONTENT),
    }


def test_a_bundle_that_is_too_large_is_not_written(configured, files, diptych, tmp_path, monkeypatch):
    monkeypatch.setattr(carrying, "MOST", 100)
    ran = diptych("facts", "bundle", str(tmp_path / "bundled"))
    assert ran.code == 1
    assert "and may take 100" in ran.err
    assert not (tmp_path / "bundled").exists()


def test_import_waits_for_nobody_and_replaces_nothing_that_a_refresh_writes(configured, files, diptych, tmp_path):
    files.held = RefreshHeld("it is being refreshed by process 7", hint="wait")
    (tmp_path / "flask.facts").write_bytes(CONTENT)
    ran = diptych("facts", "import", str(tmp_path / "flask.facts"))
    assert (ran.code, ran.err.splitlines()[0]) == (1, "error: it is being refreshed by process 7")
    assert files.asked == []
