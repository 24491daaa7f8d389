"""All that Radon says, by file and summed."""

import math

import pytest

from analyzer.measure.metrics.radon import radon
from tests.build import facts, options, radon_file

ASKED_FOR = ["loc", "lloc", "sloc", "comments", "multi", "blank", "single_comments", "complexity", "maintainability"]
LOST = radon_file("src/old.py", problem="not parsed", loc=0, sloc=0, comments=0, blank=0, maintainability=0, effort=0)


def measured(rows=None, **asked):
    given = facts() if rows is None else facts(radon=rows)
    return radon.measure(given, options(**asked)).to_dict("records")


def test_every_python_file_has_a_row_with_all_that_radon_says():
    first, second = measured(by="file")
    assert [first["path"], second["path"]] == ["src/a.py", "src/deep/b.py"]
    assert [first[name] for name in ASKED_FOR] == [10, 4, 6, 1, 0, 2, 0, 5, 50.0]
    assert (first["blocks"], first["mean_complexity"], first["most_complex"]) == (2, 2.0, 3)
    assert (first["halstead_volume"], first["halstead_effort"], first["halstead_bugs"]) == (8.0, 36.0, 8 / 3000)
    assert first["value"] == first["sloc"]
    assert math.isnan(second["mean_complexity"])


def test_the_shares_are_those_of_radons_summary():
    (row,) = measured([radon_file("a.py", loc=40, sloc=20, comments=4, multi=6)], by="file")
    shares = [row[f"comments_{name}"] for name in ("of_loc", "of_sloc", "and_multi_of_loc")]
    assert shares == [10.0, 20.0, 25.0]


def test_one_value_is_of_source_and_scopes_are_all_there():
    (whole,) = measured()
    assert (whole["value"], whole["files"]) == (6, 1)
    assert {one["scope"]: one["sloc"] for one in measured(by="scope")} == {"source": 6, "tests": 20}


def test_of_several_files_maintainability_is_a_mean_and_lines_are_a_sum():
    rows = [radon_file("a/x.py", maintainability=20.0, most_complex=4), radon_file("a/y.py", most_complex=9)]
    (folder,) = measured(rows, by="folder")
    assert (folder["maintainability"], folder["loc"], folder["most_complex"], folder["files"]) == (35.0, 20, 9, 2)


def test_a_file_that_was_not_parsed_has_no_row_but_is_told():
    rows = [radon_file("src/a.py"), LOST]
    assert [one["path"] for one in measured(rows, by="file")] == ["src/a.py"]
    (whole,) = measured(rows)
    assert (whole["files"], whole["not_parsed"], whole["maintainability"]) == (1, 1, 50.0)


@pytest.mark.parametrize("rows", [[], [LOST]])
def test_where_nothing_was_parsed_nothing_can_be_told(rows):
    (whole,) = measured(rows)
    assert math.isnan(whole["value"])
    assert math.isnan(whole["maintainability"])
    assert math.isnan(whole["comments_of_loc"])
