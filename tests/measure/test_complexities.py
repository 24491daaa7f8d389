"""Complexity by Radon, by Lizard, or estimated from the lines of code."""

import pytest

from analyzer.measure.complexities import file_complexities
from analyzer.model.language import Category
from tests.build import facts, file, options

FILES = (
    file("a.py", code=10),
    file("b.py", code=30),
    file("c.js", "JavaScript", code=20),
    file("t.py", scope="tests", code=10),
    file("page.html", "HTML", code=100),
    file("logo.png", "", problem="binary"),
)
CATEGORIES = {"HTML": Category.MARKUP}


def told(**used):
    table = file_complexities(
        facts(files=FILES, **{"radon": [], "lizard": [], "functions": [], **used}), options(categories=CATEGORIES)
    )
    return {row["path"]: (row["complexity"], row["estimated"]) for row in table.to_dict("records")}


def radon(path, complexity, **rest):
    return {"path": path, "language": "Python", "complexity": complexity, **rest}


def test_without_any_reader_it_is_the_lines_of_code_of_programs_in_source():
    assert told() == {"a.py": (10, 1), "b.py": (30, 1), "c.js": (20, 1)}


def test_what_was_not_read_is_as_complex_on_a_line_as_what_was():
    found = told(radon=[radon("a.py", 4), radon("t.py", 2), radon("b.py", 0, problem="not_parsed")])
    assert found["a.py"] == (4, 0)
    assert found["b.py"] == (pytest.approx(30 * 6 / 20), 1)
    assert found["c.js"] == (pytest.approx(20 * 6 / 20), 1)


def test_of_what_lizard_read_functions_are_summed_and_classes_are_not():
    functions = [
        {"path": "c.js", "name": name, "complexity": complexity, "kind": kind}
        for name, complexity, kind in [("f", 3, "function"), ("C.m", 4, "method"), ("C", 9, "class")]
    ]
    assert told(lizard=[{"path": "c.js"}, {"path": "b.py"}], functions=functions)["c.js"] == (7, 0)


def test_a_file_without_any_function_is_as_complex_as_one():
    assert told(lizard=[{"path": "c.js"}], functions=[])["c.js"] == (1, 0)


def test_other_scopes_are_there_where_they_are_asked_for():
    table = file_complexities(facts(files=FILES), options(scopes=frozenset({"tests"}), categories=CATEGORIES))
    assert table["path"].tolist() == ["t.py"]
