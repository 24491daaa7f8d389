"""Spans of time as a configuration writes them."""

import pytest

from analyzer.errors import ConfigError
from analyzer.model.schedule import seconds, span


@pytest.mark.parametrize(
    ("text", "expected"), [("90s", 90), ("30m", 1_800), ("6h", 21_600), ("1d", 86_400), ("2w", 1_209_600), ("007s", 7)]
)
def test_a_span_is_its_seconds(text, expected):
    assert seconds(text) == expected


@pytest.mark.parametrize(
    "text", ["", "s", "0s", "-1s", "1.5h", "6 h", "6y", "1000000s", f"{'0' * 11}1{'9' * 9}s", "9" * 5_000 + "s", "٣s"]
)
def test_what_is_no_span_is_refused(text):
    with pytest.raises(ConfigError, match="no span of time"):
        seconds(text)


@pytest.mark.parametrize(
    ("length", "told"), [(45, "45 seconds"), (300, "5 minutes"), (21_600, "6 hours"), (88_200, "1 day and 30 minutes")]
)
def test_a_span_is_told_in_words(length, told):
    assert span(length) == told
