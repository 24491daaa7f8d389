"""Releases by their tags."""

from analyzer.measure.metrics.releases import releases
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import at, facts, options


def of(**tags):
    return facts(tags=[{"name": name.replace("_", "."), "time": at(on)} for name, on in tags.items()])


def row(made, **asked):
    return releases.measure(made, options(**asked)).iloc[0].to_dict()


def test_releases_count_and_pre_releases_stand_apart():
    assert row(facts()) == {"value": 2, "major": 1, "minor": 1, "patch": 0, "pre_releases": 1}


def test_windows_go_by_the_date_of_the_tag():
    assert row(facts(), window=TWELVE_MONTHS)["value"] == 1
    assert row(facts(), window=THIRTY_DAYS)["value"] == 0


def test_kinds_sum_to_the_releases():
    told = row(of(v1_0="2018-01-01", v1_1="2018-02-01", v1_1_1="2018-03-01", v1_1_2="2018-04-01", v2_0="2019-01-01"))
    assert (told["value"], told["major"], told["minor"], told["patch"]) == (5, 2, 1, 2)


def test_years_without_a_release_are_there():
    measured = releases.measure(of(v1_0="2017-01-01", v2_0="2019-01-01", v3_0rc1="2020-01-01"), options(by="year"))
    assert measured["value"].tolist() == [1, 0, 1, 0]
    assert measured["pre_releases"].tolist() == [0, 0, 0, 1]


def test_without_tags_there_is_none():
    assert row(facts(tags=[]))["value"] == 0


def test_each_release_is_a_row_with_its_date_and_kind_but_no_pre_release():
    measured = releases.measure(of(v2_0="2019-01-01", v1_0="2017-01-01", v3_0rc1="2020-01-01"), options(by="release"))
    assert measured["release"].tolist() == ["v1.0", "v2.0"]
    assert measured["time"].tolist() == [at("2017-01-01"), at("2019-01-01")]
    assert measured["major"].tolist() == [1, 1]
