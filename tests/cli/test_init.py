"""`diptych init` writes a configuration that can be used, and asks nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from analyzer.config import load


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DIPTYCH_HOME", raising=False)
    monkeypatch.chdir(tmp_path)


def git(*words: str, where: Path) -> None:
    subprocess.run(["git", *words], cwd=where, check=True, capture_output=True)


def locations(folder: Path) -> list[str]:
    return [spec.location for spec in load(folder / "diptych.toml").repositories]


def test_it_takes_addresses_in_any_form(diptych, tmp_path):
    ran = diptych("init", "pallets/flask", "https://example.org/b.git", "pallets/flask")
    assert ran.code == 0
    assert ran.out.endswith(f"Wrote {tmp_path / 'diptych.toml'}; next: diptych run\n")
    assert locations(tmp_path) == ["https://github.com/pallets/flask", "https://example.org/b.git"]


def test_the_schema_lies_where_the_first_line_says(diptych, tmp_path):
    diptych("init", "pallets/flask")
    first = (tmp_path / "diptych.toml").read_text().splitlines()[0]
    schema = tmp_path / first.removeprefix("#:schema ")
    assert json.loads(schema.read_text()) == json.loads(diptych("config", "schema").out)


def test_without_an_address_it_is_the_origin_of_the_repository_around(diptych, tmp_path, monkeypatch):
    git("init", "--quiet", where=tmp_path)
    git("remote", "add", "origin", "https://ada:secret@example.org/ada/thing.git", where=tmp_path)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert diptych("--workspace", "..", "init").code == 0
    text = (tmp_path / "diptych.toml").read_text()
    assert 'url = "https://example.org/ada/thing.git"' in text
    assert "secret" not in text


def test_without_an_origin_it_is_the_folder_itself(diptych, tmp_path):
    git("init", "--quiet", where=tmp_path)
    assert diptych("init").code == 0
    assert 'path = "."' in (tmp_path / "diptych.toml").read_text()


def test_a_bare_repository_is_read_in_place(diptych, tmp_path):
    git("init", "--quiet", "--bare", where=tmp_path)
    assert diptych("init").code == 0
    assert 'path = "."' in (tmp_path / "diptych.toml").read_text()


def test_outside_of_any_repository_it_says_what_to_name(diptych):
    ran = diptych("init")
    assert ran.code == 2
    assert ran.err.startswith("error: the current folder is in no git repository\nhint: name repositories:")


def test_it_never_writes_over_a_configuration_unless_told_so(diptych, tmp_path):
    place = tmp_path / "diptych.toml"
    place.write_text("mine")
    ran = diptych("init", "pallets/flask")
    assert (ran.code, place.read_text()) == (1, "mine")
    assert ran.err == f"error: there is a configuration already: {place}\nhint: --force writes over it\n"
    assert diptych("init", "--force", "pallets/flask").code == 0
    assert locations(tmp_path) == ["https://github.com/pallets/flask"]


def test_a_link_that_leads_nowhere_is_a_configuration_too(diptych, tmp_path):
    (tmp_path / "diptych.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert diptych("init", "pallets/flask").code == 1
    assert not (tmp_path / "elsewhere.toml").exists()


def test_what_links_lead_to_is_not_written_over(diptych, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    for name in ("diptych.toml", "diptych.schema.json"):
        (tmp_path / name).symlink_to(victim)
    assert diptych("init", "--force", "pallets/flask").code == 0
    assert victim.read_text() == "mine"
    assert locations(tmp_path) == ["https://github.com/pallets/flask"]


def test_a_password_is_left_out_and_that_is_said(diptych, tmp_path):
    ran = diptych("init", "https://ada:secret@example.org/ada/thing.git")
    assert ran.err.startswith("note: a password or token is left out")
    assert "secret" not in (tmp_path / "diptych.toml").read_text() + ran.out + ran.err


@pytest.mark.parametrize("word", ["./nothing-here", "--", "ext::sh -c x"])
def test_what_is_no_repository_is_refused_and_nothing_is_written(diptych, tmp_path, word):
    assert diptych("init", "--", word).code == 2
    assert not (tmp_path / "diptych.toml").exists()
