"""Spans of time in words."""

from __future__ import annotations

import pytest

from analyzer.compare.spans import told_spans
from analyzer.model.claim import Interval
from tests.build import at


def span(start: str, end: str | None = None) -> Interval:
    return Interval(at(start), at(end) if end else None)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), "It held at no time."),
        ((span("2020-07-03", "2021-08-09"),), "It held from 3 July 2020 to 9 August 2021."),
        ((span("2020-07-03", "2020-07-03 09:00:00"),), "It held on 3 July 2020."),
        (
            (span("2020-07-03", "2021-08-09"), span("2024-05-04")),
            "It held from 3 July 2020 to 9 August 2021 and since 4 May 2024.",
        ),
        (
            (
                span("2001-01-01", "2001-01-03"),
                span("2002-01-01", "2002-01-03"),
                span("2003-01-01", "2004-01-01"),
                span("2005-01-01", "2005-01-09"),
            ),
            "It held in 4 spans, from 1 January 2001 to 9 January 2005; "
            "the longest was from 1 January 2003 to 1 January 2004.",
        ),
        (
            (
                span("2001-01-01", "2001-01-03"),
                span("2002-01-01", "2002-01-03"),
                span("2003-01-01", "2004-01-01"),
                span("2005-01-01"),
            ),
            "It held in 4 spans, from 1 January 2001 to now; the longest that ended was from 1 January 2003 to "
            "1 January 2004, the open one began on 1 January 2005.",
        ),
    ],
)
def test_spans_are_named_one_by_one_while_they_are_few(spans: tuple[Interval, ...], expected: str) -> None:
    assert told_spans(spans) == expected
