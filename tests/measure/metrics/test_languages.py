"""Lines of code by language, also over time."""

import math

from analyzer.measure.metrics.languages import languages
from tests.build import at, facts, file, grown, options


def test_languages_are_listed_the_largest_first():
    measured = languages.measure(facts(), options(by="language"))
    assert list(measured["language"]) == ["HTML", "Python"]
    assert list(measured["value"]) == [100, 30]


COMES_AND_GOES = [
    grown(0, "2011-05-01", "Perl", code=9),
    grown(1, "2012-06-01", "Perl", code=-9),
    grown(2, "2013-06-01", "Perl", code=3),
    grown(3, "2014-06-01", "Perl", code=-3),
    grown(3, "2014-06-01", "C", comment=4),
    grown(4, "2015-06-01", "Python", code=5),
    grown(5, "2015-07-01", "Python", code=2),
    grown(5, "2015-07-01", "Shell", code=1),
    grown(6, "2015-08-01", "Shell", code=-1),
]


def test_a_language_has_its_first_and_its_last_commit_and_its_most_lines():
    measured = languages.measure(facts(growth=COMES_AND_GOES), options(by="language")).set_index("language")
    assert list(measured.index) == ["Python", "Perl", "Shell"]
    assert list(measured["value"]) == [7, 0, 0]
    assert list(measured["most"]) == [7, 9, 1]
    assert list(measured["since"]) == [at("2015-06-01"), at("2011-05-01"), at("2015-07-01")]
    assert math.isnan(measured["until"]["Python"])
    assert list(measured["until"][1:]) == [at("2014-06-01"), at("2015-08-01")]
    assert list(measured["note"]) == ["since 2015", "2011 to 2014", "in 2015"]


def test_a_clock_that_was_never_set_tells_no_year():
    made = facts(growth=[{**grown(0, "2015-06-01", "C", code=1), "time": 0}])
    assert list(languages.measure(made, options(by="language"))["note"]) == ["since –"]


def test_without_a_split_they_are_summed_and_counted():
    assert languages.measure(facts(), options()).iloc[0].to_dict() == {"value": 130, "languages": 2}


def test_languages_without_code_are_left_out():
    made = facts(growth=[grown(0, "2015-06-01", comment=1), grown(0, "2015-06-01", "C", code=1)])
    assert list(languages.measure(made, options(by="language"))["language"]) == ["C"]
    counted = facts(files=[file("a.py", comment=1), file("b.c", "C", code=1)])
    assert languages.measure(counted, options())["languages"][0] == 1


def test_every_month_has_every_language_that_ever_had_code():
    measured = languages.measure(facts(), options(by="month")).set_index(["month", "language"])["value"]
    assert (measured["2019-03", "Python"], measured["2019-03", "HTML"]) == (12, 0)
    assert (measured["2020-07", "Python"], measured["2020-07", "HTML"]) == (30, 100)
    assert len(measured) == 17 * 2


def test_a_language_that_went_away_stays_in_the_months():
    gone = facts(growth=[grown(0, "2020-05-01", "Perl", code=9), grown(1, "2020-06-01", "Perl", code=-9)])
    measured = languages.measure(gone, options(by="month"))
    assert list(measured["value"]) == [9, 0, 0]
