"""Changes in windows."""

from analyzer.measure.changes import changes_in_periods, changes_inside
from analyzer.model.metric import ALL_TIME, TWELVE_MONTHS
from tests.build import CHANGES, change, commit, facts, options


def test_all_time_holds_every_change():
    assert len(changes_inside(facts(), options(window=ALL_TIME))) == len(CHANGES)


def test_changes_take_the_author_date_of_their_commit():
    assert list(changes_inside(facts(), options(window=TWELVE_MONTHS))["commit_id"]) == [2, 3, 3]


def test_numbers_of_commits_need_not_be_in_order_or_without_gaps():
    made = facts(
        commits=[commit(70, on="2020-06-01"), commit(3, on="2010-01-01")], changes=[change(3, 1), change(70, 2)]
    )
    assert list(changes_inside(made, options(window=TWELVE_MONTHS))["path_id"]) == [2]
    changes, months = changes_in_periods(made, options(), "month")
    assert len(changes) == 2
    assert (months.names[0], months.names[-1]) == ("2010-01", "2020-07")
