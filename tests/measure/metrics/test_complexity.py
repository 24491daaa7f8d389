"""Cyclomatic complexity: means of functions, by where and what they are."""

import math

from analyzer.measure.metrics.complexity import complexity
from tests.build import facts, function, options

SCRIPT = function("web/a.js", "(anonymous)", 1, 50, language="JavaScript")


def measured(rows=None, **asked):
    given = facts() if rows is None else facts(functions=rows)
    return complexity.measure(given, options(**asked)).to_dict("records")


def test_the_mean_is_of_pythons_functions_methods_and_classes_in_source():
    (whole,) = measured()
    assert whole["value"] == (1 + 3 + 12) / 3
    assert (whole["functions"], whole["total"], whole["most"]) == (3, 16, 12)
    assert "note" not in whole


def test_ranks_end_where_radon_ends_them():
    limits = [1, 5, 6, 10, 11, 20, 21, 30, 31, 40, 41, 1000]
    rows = [function("a.py", f"f{limit}", place, limit) for place, limit in enumerate(limits, 1)]
    assert "".join(one["rank"] for one in measured(rows, by="function")) == "AABBCCDDEEFF"
    (whole,) = measured(rows)
    assert [whole[f"rank_{letter}"] for letter in "abcdef"] == [2] * 6


def test_every_rank_and_kind_has_a_row_also_without_a_function():
    found = measured(by="rank")
    assert [one["rank"] for one in found] == list("ABCDEF")
    assert [one["functions"] for one in found] == [2, 0, 1, 0, 0, 0]
    assert math.isnan(found[1]["value"])
    assert {one["kind"]: one["value"] for one in measured(by="kind")} == {"function": 1, "method": 12, "class": 3}


def test_a_repository_without_python_is_measured_by_lizard_and_says_so():
    (whole,) = measured([SCRIPT])
    assert whole["value"] == 50
    assert "Lizard" in whole["note"]
    assert measured([SCRIPT], by="scope")[0]["functions"] == 1


def test_other_languages_stand_beside_python_where_rows_are_of_one_language():
    assert {one["language"]: one["value"] for one in measured(by="language")} == {"JavaScript": 2, "Python": 16 / 3}
    assert {one["path"] for one in measured(by="file")} == {"src/a.py", "src/deep/b.py", "web/a.js"}
    assert {one["folder"] for one in measured(by="folder")} == {"src", "src/deep"}


def test_functions_are_told_with_their_places():
    assert measured(by="function")[1] == {
        "path": "src/a.py",
        "language": "Python",
        "function": "A",
        "line": 5,
        "value": 3,
        "end_line": 7,
        "kind": "class",
        "rank": "A",
        "scope": "source",
    }


def test_scopes_are_those_asked_for():
    (tests,) = measured(scopes=frozenset({"tests"}))
    assert (tests["value"], tests["functions"]) == (1, 1)
    assert {one["scope"]: one["functions"] for one in measured(by="scope")} == {"source": 3, "tests": 1}


def test_without_a_function_nothing_can_be_told():
    (whole,) = measured([])
    assert math.isnan(whole["value"])
    assert whole["functions"] == 0
    assert "note" not in whole
