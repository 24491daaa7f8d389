"""Annotated arguments and returns by all there are."""

import math

import pytest

from analyzer.measure.metrics.typing_coverage import typing_coverage
from tests.build import at, facts, options, sample


def measured(samples, **asked):
    return typing_coverage.measure(facts(syntax_samples=samples), options(**asked))


HALF = {"functions": 2, "returns": 1, "arguments": 6, "annotated": 3}


def test_arguments_and_returns_count_alike():
    (whole,) = measured([sample(0, "2020-01-01", **HALF)]).to_dict("records")
    assert whole == {
        "value": 50.0,
        "annotated": 3,
        "arguments": 6,
        "returns": 1,
        "functions": 2,
        "parsed_lines": 100.0,
    }


def test_the_last_sample_is_the_moment():
    samples = [sample(1, "2020-05-01", functions=1), sample(0, "2020-01-01", **HALF)]
    assert measured(samples)["value"][0] == 0
    by_moment = measured(samples, by="moment")
    assert list(by_moment["time"]) == [at("2020-01-01"), at("2020-05-01")]
    assert list(by_moment["value"]) == [50, 0]


@pytest.mark.parametrize(("parsed", "known"), [(89, False), (90, True)])
def test_where_too_little_could_be_parsed_there_is_no_value(parsed, known):
    (whole,) = measured([sample(0, "2020-01-01", parsed=parsed, **HALF)]).to_dict("records")
    assert math.isnan(whole["value"]) is not known
    assert math.isnan(whole["arguments"]) is not known
    assert whole["parsed_lines"] == parsed


def test_without_functions_there_is_no_value():
    assert math.isnan(measured([sample(0, "2020-01-01")])["value"][0])
    assert math.isnan(measured([])["value"][0])


def test_folders_have_what_was_parsed_of_source():
    table = typing_coverage.measure(facts(), options(by="folder"))
    assert list(table["folder"]) == ["src"]
    assert list(table["value"]) == [50.0]
    assert list(typing_coverage.measure(facts(), options(by="file"))["path"]) == ["src/a.py"]
