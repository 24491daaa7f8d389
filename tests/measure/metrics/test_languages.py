"""Lines of code by language, also over time."""

from analyzer.measure.metrics.languages import languages
from tests.build import facts, file, grown, options


def test_languages_are_listed_the_largest_first():
    measured = languages.measure(facts(), options(by="language"))
    assert measured.to_dict("list") == {"language": ["HTML", "Python"], "value": [100, 30]}


def test_without_a_split_they_are_summed_and_counted():
    assert languages.measure(facts(), options()).iloc[0].to_dict() == {"value": 130, "languages": 2}


def test_languages_without_code_are_left_out():
    made = facts(files=[file("a.py", comment=1), file("b.c", "C", code=1)])
    assert list(languages.measure(made, options(by="language"))["language"]) == ["C"]


def test_every_month_has_every_language_that_ever_had_code():
    measured = languages.measure(facts(), options(by="month")).set_index(["month", "language"])["value"]
    assert (measured["2019-03", "Python"], measured["2019-03", "HTML"]) == (12, 0)
    assert (measured["2020-07", "Python"], measured["2020-07", "HTML"]) == (30, 100)
    assert len(measured) == 17 * 2


def test_a_language_that_went_away_stays_in_the_months():
    gone = facts(growth=[grown(0, "2020-05-01", "Perl", code=9), grown(1, "2020-06-01", "Perl", code=-9)])
    measured = languages.measure(gone, options(by="month"))
    assert list(measured["value"]) == [9, 0, 0]
