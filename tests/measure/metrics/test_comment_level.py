"""The comment ratio against the published average."""

from dataclasses import replace

import pytest

from analyzer.measure.metrics.comment_level import comment_level
from tests.build import OPENHUB, facts, file, options


def level(code, comment, language="Python", definition=OPENHUB):
    made = facts(files=[file("a", language, code=code, comment=comment)])
    return comment_level.measure(made, options(definition)).iloc[0]


@pytest.mark.parametrize(
    ("code", "comment", "words"),
    [
        (765, 235, "At the average"),
        (755, 245, "At the average"),
        (754, 246, "Above the average"),
        (766, 234, "Below the average"),
        (1, 0, "Below the average"),
    ],
)
def test_a_ratio_that_rounds_to_24_percent_is_at_the_average_of_python(code, comment, words):
    assert level(code, comment)["value"] == words


def test_the_two_percentages_stand_beside():
    row = level(75, 25)
    assert (row["ratio"], row["average"]) == (25.0, 24.0)


def test_other_languages_have_no_known_average():
    assert level(75, 25, "C")["value"] is None


def test_the_average_says_nothing_about_other_definitions():
    other = replace(OPENHUB, module="analyzer.count.definitions.cloc")
    assert level(75, 25, definition=other)["value"] is None
