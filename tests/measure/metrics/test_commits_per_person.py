"""How much each writes."""

from analyzer.measure.metrics.commits_per_person import commits_per_person
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import commit, facts, options


def test_commits_are_divided_by_people():
    assert commits_per_person.measure(facts(), options()).to_dict("records") == [
        {"value": 2, "commits": 4, "people": 2}
    ]
    assert commits_per_person.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 1.5


def test_by_year():
    assert commits_per_person.measure(facts(), options(by="year"))["value"].tolist() == [1, 1.5]


def test_without_commits_it_cannot_be_told():
    old = facts(commits=[commit(1, on="2018-01-01")])
    assert commits_per_person.measure(old, options(window=THIRTY_DAYS))["value"].isna().all()
