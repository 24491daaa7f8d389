"""The share of commits that name an assistant."""

import pytest

from analyzer.measure.metrics.assisted_share import assisted_share
from analyzer.model.metric import TWELVE_MONTHS
from tests.build import BOB, commit, facts, options

KNOWN = facts(
    commits=[commit(1, on="2019-01-01"), commit(2, on="2020-01-01"), commit(3, on="2020-02-01"), commit(4, by=BOB)],
    trailers=[
        {"commit_id": 2, "key": "Co-authored-by", "value": "Claude <noreply@anthropic.com>"},
        {"commit_id": 2, "key": "Assisted-by", "value": "Copilot"},
        {"commit_id": 3, "key": "Co-authored-by", "value": BOB},
    ],
)


def test_a_commit_counts_once_whoever_helped():
    row = assisted_share.measure(KNOWN, options()).iloc[0]
    assert (row["value"], row["assisted"], row["commits"]) == (25, 1, 4)
    assert assisted_share.measure(KNOWN, options(window=TWELVE_MONTHS))["value"][0] == pytest.approx(100 / 3)


def test_the_share_is_told_by_year():
    years = assisted_share.measure(KNOWN, options(by="year"))
    assert list(zip(years["year"], years["assisted"], years["commits"], strict=True)) == [
        ("2019", 0, 1),
        ("2020", 1, 3),
    ]
