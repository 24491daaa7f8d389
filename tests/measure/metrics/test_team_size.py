"""The team's size in Open Hub's words."""

import pytest

from analyzer.measure.metrics.team_size import team_size
from tests.build import commit, facts, options


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (0, "No recent development activity"),
        (1, "Only a single active developer"),
        (2, "Small development team"),
        (3, "Small development team"),
        (4, "Average size development team"),
        (6, "Average size development team"),
        (7, "Large, active development team"),
        (27, "Large, active development team"),
        (28, "Very large, active development team"),
    ],
)
def test_each_size_has_its_words(people, words):
    recent = [commit(number, by=f"P{number} <p@example.org>", on="2020-03-01") for number in range(2, people + 2)]
    made = facts(commits=[commit(1, by="Old <o@example.org>", on="2015-01-01"), *recent])
    row = team_size.measure(made, options()).iloc[0]
    assert (row["value"], row["label"]) == (people, words)
