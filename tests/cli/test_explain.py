"""`diptych explain`, on the real shelves."""

import json
from types import SimpleNamespace

import pytest

from analyzer.cli.completing import definition_names, explained_names
from analyzer.model.definition import equation
from analyzer.stages import measurement

EVERY = [("definition", name) for name in measurement.definitions()] + [
    ("metric", name) for name in measurement.metrics()
]


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_whatever_is_on_a_shelf_is_explained_on_80_columns(diptych, kind, name):
    ran = diptych("explain", kind, name)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0].startswith(f"{name}: ")
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_definition_says_what_it_does_with_every_kind_of_line(diptych):
    out = diptych("explain", "definition", "openhub").out
    labels = ("formula", "docstrings", "blank lines", "trailing comments", "other triple-quoted", "source", "languages")
    for label in labels:
        assert f"\n{label}  " in out, label
    assert "code                code + marked_start - slashes" in out
    assert "Lines of other languages" in out


def test_a_definition_names_its_other_forms_and_languages(diptych):
    out = diptych("explain", "definition", "radon").out
    assert "other forms           radon-sloc, radon-multi" in out
    assert "Python only" in out
    assert "other languages" not in out
    assert "numerator           comment + trailing_comment" in out


def test_a_metric_says_how_it_is_counted_and_what_can_mislead(diptych):
    out = diptych("explain", "metric", "comment_ratio").out
    assert "The share of comments" in out
    for heading in ("Why it matters", "How it is counted", "What can mislead"):
        assert f"\n{heading}\n" in out
    assert "--by                  file, folder, language" in out
    assert "--window              has no effect" in out


@pytest.mark.parametrize("kind", ["definition", "metric"])
def test_without_a_name_all_are_listed(diptych, kind):
    names = [name for of, name in EVERY if of == kind]
    assert [line.split()[0] for line in diptych("explain", kind).out.splitlines()[1:]] == names
    assert [row["name"] for row in json.loads(diptych("explain", kind, "--json").out)] == names


def test_scripts_get_the_same(diptych):
    (told,) = json.loads(diptych("explain", "definition", "scc", "--json").out)
    assert told["formula"] == "comment / (code + comment)"
    assert told["lines"]["Python"]["comment"] == "comment + led"
    (told,) = json.loads(diptych("explain", "metric", "lines", "--json").out)
    assert (told["unit"], told["defined"], told["windowed"]) == ("lines", True, False)
    assert list(told["chapters"]) == ["Why it matters", "How it is counted", "What can mislead"]


@pytest.mark.parametrize(
    ("kind", "name", "near"), [("definition", "openhubb", "openhub"), ("metric", "comment_ration", "comment_ratio")]
)
def test_an_unknown_name_is_refused_with_near_ones(diptych, kind, name, near):
    ran = diptych("explain", kind, name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: there is no {kind} called '{name}'\nhint: did you mean {near}")


def test_tab_offers_names_of_the_kind_that_was_asked_for():
    def offered(kind, begun):
        return explained_names(SimpleNamespace(params={"kind": kind}), None, begun)

    assert offered("definition", "tok") == ["tokei", "tokei-docstrings"]
    assert offered("metric", "comment") == ["comment_level", "comment_ratio"]
    assert definition_names(None, None, "") == sorted(measurement.definitions())


def test_an_equation_begins_with_what_is_added():
    assert equation({"slashes": -1, "code": 1, "string": 2}) == "code + 2 string - slashes"
    assert equation({"code": 0}) == "0"
