"""Docstring coverage: public definitions of source, unless other scopes are asked for."""

import math

import pytest

from analyzer.measure.metrics.docstring_coverage import docstring_coverage
from tests.build import facts, options


def row(path, scope="source", **counts):
    return {"path": path, "scope": scope, **counts}


def measured(rows, **asked):
    return docstring_coverage.measure(facts(docstrings=rows), options(**asked)).to_dict("records")


MIXED = [
    row("src/a.py", modules=1, classes=2, classes_documented=1, functions=3, functions_documented=3),
    row("src/deep/b.py", modules=1, modules_documented=1, methods=5),
    row("tests/c.py", "tests", modules=1, functions=10, functions_documented=1),
    row("src/old.py", problem="not parsed"),
]


def test_classes_functions_and_methods_of_source_make_it():
    assert measured(MIXED) == [{"value": 40.0, "documented": 4, "definitions": 10, "not_parsed": 1}]


def test_modules_are_in_the_split_by_kind_only():
    assert [(one["kind"], one["documented"], one["definitions"]) for one in measured(MIXED, by="kind")] == [
        ("class", 1, 2),
        ("function", 3, 3),
        ("method", 0, 5),
        ("module", 1, 2),
    ]


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({"by": "scope"}, {"source": 40.0, "tests": 10.0}),
        ({"by": "folder"}, {"src": 80.0, "src/deep": 0.0}),
        ({"by": "folder", "scopes": frozenset({"tests"})}, {"tests": 10.0}),
    ],
)
def test_scopes_are_those_asked_for(asked, values):
    assert {one[asked["by"]]: one["value"] for one in measured(MIXED, **asked)} == values


def test_a_file_that_was_not_parsed_has_no_value():
    (old,) = [one for one in measured(MIXED, by="file") if one["path"] == "src/old.py"]
    assert math.isnan(old["value"])
    assert old["not_parsed"] == 1


@pytest.mark.parametrize(
    ("path", "public"),
    [
        ("pkg/_internal.py", False),
        ("pkg/_vendor/a.py", False),
        ("__a.py", False),
        ("pkg/__init__.py", True),
        ("__main__.py", True),
        ("pkg/a_b.py", True),
    ],
)
def test_what_stands_in_a_private_module_is_private(path, public):
    (whole,) = measured([row(path, functions=1)])
    assert whole["definitions"] == int(public)
