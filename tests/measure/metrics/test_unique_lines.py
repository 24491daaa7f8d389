"""Different lines, in any scopes."""

import pytest

from analyzer.measure.metrics.unique_lines import unique_lines
from tests.build import facts, file, options

FILES = [
    file("a.py", code=10),
    file("b.py", scope="tests", code=5, blank=1),
    file("c.html", "HTML", "documentation", code=4, comment=1),
    file("logo.png", "", problem="binary"),
]
WHERE = [
    {"language": "", "scopes": "source", "count": 3},
    {"language": "", "scopes": "source tests", "count": 2},
    {"language": "", "scopes": "documentation tests+", "count": 1},
    {"language": "", "scopes": "source+", "count": 4},
    {"language": "Python", "scopes": "source", "count": 3},
    {"language": "Python", "scopes": "source tests", "count": 2},
    {"language": "Python", "scopes": "tests+", "count": 1},
    {"language": "Python", "scopes": "source+", "count": 4},
    {"language": "HTML", "scopes": "documentation", "count": 1},
]


def measured(**asked):
    return unique_lines.measure(facts(files=FILES, unique_lines=WHERE), options(**asked))


def test_a_line_counts_once_and_is_shared_if_it_is_in_more_than_one_file():
    assert measured().to_dict("records") == [{"value": 10, "shared": 7, "lines": 21}]


@pytest.mark.parametrize(
    ("scopes", "unique", "shared", "lines"),
    [
        ({"source"}, 9, 4, 10),
        ({"tests"}, 3, 1, 6),
        ({"documentation"}, 1, 0, 5),
        ({"source", "tests"}, 10, 7, 16),
        ({"vendored"}, 0, 0, 0),
    ],
)
def test_in_any_scopes_a_line_of_two_of_them_counts_once(scopes, unique, shared, lines):
    row = measured(scopes=frozenset(scopes)).iloc[0]
    assert (row["value"], row["shared"], row["lines"]) == (unique, shared, lines)


def test_languages_and_scopes_have_their_own():
    by_language = measured(by="language")
    assert by_language.to_dict("list") == {
        "language": ["HTML", "Python"],
        "value": [1, 10],
        "shared": [0, 7],
        "lines": [5, 16],
    }
    by_scope = measured(by="scope")
    assert dict(zip(by_scope["scope"], by_scope["value"], strict=True)) == {"documentation": 1, "source": 9, "tests": 3}
