"""Commits, in all, by month, by person."""

import pytest

from analyzer.measure.metrics.commits import commits
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import BOB, commit, facts, options


def test_every_commit_counts_and_merges_are_told_apart():
    row = commits.measure(facts(), options()).iloc[0]
    assert (row["value"], row["merges"]) == (4, 1)


def test_windows_end_with_the_moment():
    assert commits.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 3
    assert commits.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 2


def test_a_commit_dated_after_the_end_counts_in_all_time_only():
    later = facts(commits=[commit(1, on="2020-06-30"), commit(2, on="2020-07-02")])
    assert commits.measure(later, options())["value"][0] == 2
    assert commits.measure(later, options(window=THIRTY_DAYS))["value"][0] == 1


def test_months_without_commits_are_there():
    measured = commits.measure(facts(), options(by="month")).set_index("month")
    assert measured.loc["2020-06"].to_dict() == {"value": 2, "merges": 1, "complete": True}
    assert measured.loc["2019-04", "value"] == 0
    assert measured["value"].sum() == 4


def test_months_of_a_window_start_with_the_window():
    months = commits.measure(facts(), options(by="month", window=TWELVE_MONTHS))
    assert (months["month"].iloc[0], months["month"].iloc[-1], months["value"].sum()) == ("2019-07", "2020-07", 3)


def test_people_are_listed_by_name_the_busiest_first():
    measured = commits.measure(facts(), options(by="person"))
    assert measured.to_dict("records") == [
        {"person": "Ada", "value": 3, "merges": 1},
        {"person": "Bob", "value": 1, "merges": 0},
    ]


def test_no_address_is_ever_shown():
    nameless = facts(commits=[commit(1, by=" <eve@example.org>"), commit(2, by=BOB)])
    for identity in ("raw", "openhub"):
        shown = commits.measure(nameless, options(by="person", identity=identity))["person"]
        assert list(shown) == ["(no name)", "Bob"]


@pytest.mark.parametrize(
    ("by", "period", "value", "rows"),
    [
        ("day", "2020-06-25", 1, 480),
        ("week", "2020-W26", 1, 70),
        ("quarter", "2020-Q2", 2, 7),
        ("year", "2020", 3, 2),
    ],
)
def test_periods_of_any_length_have_the_commits_of_theirs(by, period, value, rows):
    measured = commits.measure(facts(), options(by=by)).set_index(by)
    assert (measured.loc[period, "value"], len(measured), measured["value"].sum()) == (value, rows, 4)
