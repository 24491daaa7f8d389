"""Spans of time as they are written."""

import pytest

from analyzer.errors import ConfigError
from analyzer.model.window import ALL_TIME, THIRTY_DAYS, TWELVE_MONTHS, Window, parse_window


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("all", ALL_TIME),
        ("12m", TWELVE_MONTHS),
        ("30d", THIRTY_DAYS),
        ("90d", Window("90 days", days=90)),
        ("1d", Window("1 day", days=1)),
        ("2w", Window("2 weeks", days=14)),
        ("6m", Window("6 months", months=6)),
        ("1y", Window("1 year", months=12)),
        ("9999y", Window("9999 years", months=119_988)),
    ],
)
def test_a_number_and_a_letter_are_a_window(text, window):
    assert parse_window(text) == window


@pytest.mark.parametrize(
    "text", ["", "0d", "-3m", "12", "m", "12 m", "12M", "1.5y", "10000d", "12mm", "٣m", "12m\n", "every"]
)
def test_nonsense_is_refused_with_a_hint(text):
    with pytest.raises(ConfigError, match="there is no window") as caught:
        parse_window(text)
    assert "90d, 6m, 2y" in caught.value.hint
