"""Sum of complexities by functions, where enough could be parsed."""

import math

from analyzer.measure.metrics.mean_complexity import mean_complexity
from tests.build import facts, options, sample


def measured(samples, **asked):
    return mean_complexity.measure(facts(syntax_samples=samples), options(**asked))


def test_it_is_a_mean_of_functions_and_not_of_files():
    (whole,) = measured([sample(0, "2020-01-01", blocks=4, complexity=10)]).to_dict("records")
    assert whole == {"value": 2.5, "complexity": 10, "blocks": 4, "parsed_lines": 100.0}


def test_where_too_little_could_be_parsed_there_is_no_value():
    old = sample(0, "2010-01-01", parsed=10, blocks=1, complexity=1)
    new = sample(1, "2020-01-01", blocks=1, complexity=3)
    table = measured([old, new], by="moment")
    assert math.isnan(table["value"][0])
    assert list(table["parsed_lines"]) == [10, 100]
    assert table["value"][1] == 3


def test_without_functions_there_is_no_value():
    assert math.isnan(measured([sample(0, "2020-01-01")])["value"][0])


def test_folders_have_what_was_parsed_of_source():
    table = mean_complexity.measure(facts(), options(by="folder"))
    assert (list(table["folder"]), list(table["value"])) == (["src"], [3.5])
