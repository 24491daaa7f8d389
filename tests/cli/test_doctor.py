"""`diptych doctor` looks, says what to do, and changes nothing."""

from __future__ import annotations

import json

import pytest

from analyzer import doctor


@pytest.fixture(autouse=True)
def workspace(tmp_path, monkeypatch):
    for name in ("DIPTYCH_HOME", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_workspace_without_anything_will_do(diptych, workspace):
    ran = diptych("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("ok       git:           git ")
    assert "warning  Configuration: there is no diptych.toml in the workspace\n" in ran.out
    assert " " * 24 + "write one with diptych init" in ran.out
    assert list(workspace.iterdir()) == []


def test_every_check_of_the_shelf_says_something(diptych):
    told = json.loads(diptych("doctor", "--json").out)
    assert {one["check"] for one in told} == {
        *("certificates", "configuration", "database", "disk", "git_version", "locks", "network", "proxies"),
        *("python", "workspace"),
    }
    assert all(set(one) == {"check", "level", "found", "advice"} for one in told)


def test_what_fails_gives_exit_code_1(diptych, workspace):
    (workspace / "diptych.toml").write_text('titel = "x"\n[[repository]]\npath = "."\n')
    ran = diptych("doctor", "--offline")
    assert ran.code == 1
    assert "unknown key 'titel'\n" + " " * 24 + "did you mean title?" in ran.out


def test_a_configuration_that_was_named_and_is_not_there_fails(diptych):
    ran = diptych("doctor", "none.toml", "--json")
    assert ran.code == 1
    assert [one["check"] for one in json.loads(ran.out) if one["level"] == "failed"] == ["configuration"]


def test_offline_is_a_warning_with_what_will_happen(diptych, workspace):
    (workspace / "diptych.toml").write_text('[[repository]]\nurl = "http://ada:secret@127.0.0.1:1/ada/one"\n')
    ran = diptych("doctor")
    assert ran.code == 0
    assert "warning  Network:       could not reach http://127.0.0.1:1/ada/one: the host does not answer" in ran.out
    assert "a run cannot bring one" in ran.out
    assert "secret" not in ran.out


def test_no_two_checks_have_the_same_place():
    from analyzer.doctor.check import Check
    from analyzer.registry import discover

    orders = [check.order for check in discover(doctor.SHELF, Check).values()]
    assert len(set(orders)) == len(orders)
