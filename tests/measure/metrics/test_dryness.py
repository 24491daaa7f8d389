"""Different lines by all lines."""

import math

from analyzer.measure.metrics.dryness import dryness
from tests.build import facts, options


def test_it_is_the_share_of_different_lines():
    # tests/build.py has 145 lines, of which 106 are different.
    (whole,) = dryness.measure(facts(), options()).to_dict("records")
    assert (whole["unique"], whole["lines"]) == (106, 145)
    assert whole["value"] == 100 * 106 / 145


def test_scopes_and_languages_have_their_own():
    table = dryness.measure(facts(), options(by="scope"))
    assert list(table["unique"]) == [82, 15, 11]
    assert dryness.measure(facts(), options(by="language"))["unique"].sum() == 82 + 26


def test_without_a_line_there_is_no_value():
    assert math.isnan(dryness.measure(facts(files=[], unique_lines=[]), options())["value"][0])
