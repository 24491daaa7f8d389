"""`diptych config` says what holds, where it comes from, and what an editor has to know."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from analyzer.config.meanings import MEANINGS
from analyzer.config.schema import File

ROOT = Path(__file__).resolve().parents[2]
TEXT = """\
title = "Ours"
[[repository]]
url = "https://ada:secret@example.org/flask"

[settings]
jobs = 3
[[claim]]
text = "t"
repository = "flask"
metric = "comment_ratio"
value = 25
"""


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.delenv("DIPTYCH_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "diptych.toml").write_text(TEXT)
    return tmp_path


def told(ran) -> dict[str, tuple[object, str]]:
    assert (ran.code, ran.err) == (0, "")
    return {one["key"]: (one["value"], one["from"]) for one in json.loads(ran.out)}


def test_each_value_says_where_it_comes_from(diptych, workspace):
    found = told(diptych("config", "show", "--json"))
    assert found["title"] == ("Ours", "diptych.toml:1")
    assert found["settings.jobs"] == (3, "diptych.toml:6")
    assert found["settings.definition"] == ("openhub", "default")
    assert found["quality.months"] == (12, "default")
    assert found["output"] == (str(workspace / "reports" / "flask.html"), "default")
    assert found["claim 1: value"] == (25, "diptych.toml:11")
    assert found["people.mailmap"] == (None, "default")
    assert found["--workspace"] == (str(workspace), "default")


def test_the_command_line_and_the_environment_win(diptych, workspace, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("DIPTYCH_HOME", str(workspace))
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    found = told(diptych("--jobs", "2", "-q", "config", "show", "--json"))
    assert found["settings.jobs"] == (2, "command line --jobs")
    assert found["--quiet"] == (True, "command line --quiet")
    assert found["--workspace"] == (str(workspace), "environment DIPTYCH_HOME")
    assert found["title"] == ("Ours", "diptych.toml:1")


def test_defaults_of_repositories_and_claims_are_told_if_asked_for(diptych, workspace):
    assert "claim 1: must_hold" not in told(diptych("config", "show", "--json"))
    found = told(diptych("config", "show", "--all", "--json"))
    assert found["claim 1: must_hold"] == (False, "default")
    assert found["repository 1: branch"] == (None, "default")


def test_no_password_is_shown(diptych, workspace):
    for ran in (diptych("config", "show"), diptych("config", "show", "--json")):
        assert "https://example.org/flask" in ran.out
        assert "secret" not in ran.out


def test_the_table_has_a_line_for_each_value(diptych, workspace):
    lines = diptych("config", "show").out.splitlines()
    assert lines[0].split() == ["key", "value", "from"]
    assert any(line.split() == ["claim", "1:", "value", "25", "diptych.toml:11"] for line in lines)


def test_a_wrong_file_is_refused_with_line_key_and_near_name(diptych, workspace):
    (workspace / "diptych.toml").write_text(TEXT.replace("jobs =", "jbos ="))
    ran = diptych("config", "show")
    assert ran.code == 2
    assert ran.err == f"error: {workspace / 'diptych.toml'}:6: unknown key 'jbos'\nhint: did you mean jobs?\n"


def test_a_wrong_choice_is_refused_with_the_nearest(diptych, workspace):
    (workspace / "diptych.toml").write_text(f'{TEXT}scope = "sources"\n')
    ran = diptych("config", "show")
    assert ran.err.splitlines()[0].startswith(f"error: {workspace / 'diptych.toml'}:12: claim 1: scope: must be 'all'")
    assert ran.err.splitlines()[1] == "hint: did you mean source?"


@pytest.fixture
def validator(diptych):
    made = json.loads(diptych("config", "schema").out)
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_the_schema_takes_what_the_code_takes(validator):
    own = tomllib.loads((ROOT / "diptych.toml").read_text(encoding="utf-8"))
    assert list(validator.iter_errors(own)) == []
    assert list(validator.iter_errors(tomllib.loads(TEXT))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        TEXT.replace("title", "titel"),
        TEXT.replace("jobs = 3", "jobs = 0"),
        TEXT.replace("jobs = 3", 'jobs = "3"'),
        TEXT.replace("value = 25", 'value = "25"'),
        TEXT.replace("comment_ratio", "coment_ratio"),
        TEXT.replace("url =", "path = '.'\nurl ="),
        TEXT + "tolerance = -1\n",
        TEXT + 'scope = "sources"\n',
        TEXT + '[schedule]\ntimezone = "UTC"\n',
        TEXT + '[[alert]]\nmetric = "commits"\noperator = "<"\nvalue = 1\nchange = 1\n',
    ],
)
def test_the_schema_refuses_what_the_code_refuses(validator, wrong):
    assert list(validator.iter_errors(tomllib.loads(wrong)))


def keys(made: dict, prefix: str = "", table: dict | None = None) -> list[str]:
    found = []
    for key, one in (table or made)["properties"].items():
        found.append(f"{prefix}{key}")
        reference = one.get("$ref") or one.get("items", {}).get("$ref")
        if reference:
            found += keys(made, f"{prefix}{key}.", made["$defs"][reference.rpartition("/")[2]])
    return found


def test_every_key_has_a_meaning_and_every_meaning_a_key(diptych):
    made = json.loads(diptych("config", "schema").out)
    assert sorted(MEANINGS) == sorted(keys(made))
    assert set(made["properties"]) == set(File.model_fields)
