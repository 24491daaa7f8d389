"""What people write for a date, and what it means."""

from __future__ import annotations

import pytest

from analyzer.errors import BadMoment
from analyzer.stages.moments import date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-07-01", 1593561600),
        ("2020-07", 1593561600),
        ("2020-07-01T12:00:00+02:00", 1593597600),
        ("2020-07-01 10:00", 1593597600),
        ("1969-12-31", -86400),
    ],
)
def test_a_date_is_its_first_second_in_utc(text: str, expected: int) -> None:
    assert date(text) == expected


@pytest.mark.parametrize("text", ["2.0", "v2020", "main", "2ac89889", "2020", "release-2020-07-01"])
def test_a_tag_or_hash_is_no_date(text: str) -> None:
    assert date(text) is None


@pytest.mark.parametrize("text", ["2020-13-01", "2020-02-30", "2020-00", "2020-07-01 noon"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadMoment, match=text):
        date(text)
