"""Files that are counted."""

import pytest

from analyzer.measure.metrics.files import files
from tests.build import facts, options


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("language", {"HTML": 1, "Python": 2}),
        ("scope", {"documentation": 1, "source": 1, "tests": 1}),
        ("folder", {".": 1, "src": 1, "src/deep": 1}),
    ],
)
def test_files_are_counted_by_what_is_asked(by, values):
    measured = files.measure(facts(), options(by=by))
    assert dict(zip(measured[by], measured["value"], strict=True)) == values


def test_files_of_unknown_language_do_not_count():
    assert files.measure(facts(), options())["value"][0] == 3


def test_scopes_limit_the_files():
    assert files.measure(facts(), options(scopes=frozenset({"tests"})))["value"][0] == 1
