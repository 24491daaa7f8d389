"""People of the last year."""

from analyzer.measure.team_sizes import active_people, team_words
from tests.build import BOB, commit, facts, options


def test_only_the_last_twelve_months_count():
    made = facts(commits=[commit(1, by=BOB, on="2019-07-01"), commit(2, on="2019-07-02"), commit(3, on="2020-07-01")])
    assert active_people(made, options()) == 1


def test_no_number_is_without_words():
    assert all(team_words(number) for number in range(100))
