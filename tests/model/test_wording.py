"""How numbers, shares and dates read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model import wording

JUNE = 1_781_740_800  # 18 June 2026, 00:00 UTC


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(JUNE, "18 June 2026"), (JUNE - 1, "17 June 2026"), (0, "1 January 1970"), (-1, "31 December 1969")],
)
def test_a_day_is_written_out_in_utc(seconds, text):
    assert wording.day(seconds) == text


def test_a_month_is_written_out():
    assert wording.month(JUNE) == "June 2026"


@pytest.mark.parametrize(("seconds", "year"), [(10**18, "9999"), (-(10**18), "1")])
def test_a_date_that_no_calendar_knows_becomes_the_edge_of_the_calendar(seconds, year):
    assert wording.day(seconds).endswith(f" {year}")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1234567, "1,234,567"), (0.5, "1"), (2.4, "2"), (-1234, "-1,234"), (2**63, f"{2**63:,}")],
)
def test_a_count_has_thousands_separators(value, text):
    assert wording.count(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (25.234, "25.2 %"),
        (0, "0.0 %"),
        (0.01, "under 0.1 %"),
        (99.99, "over 99.9 %"),
        (100, "100.0 %"),
        (99.94, "99.9 %"),
    ],
)
def test_a_percentage_shows_0_and_100_only_where_it_is(value, text):
    assert wording.percent(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "+12.5 %"), (-3, "−3.0 %"), (0, "0.0 %"), (0.01, "+under 0.1 %"), (-0.01, "−under 0.1 %")],
)
def test_a_change_has_its_sign(value, text):
    assert wording.signed_percent(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "lines", "–"),
        ("", "label", "–"),
        ("Python", "label", "Python"),
        (1234, "lines", "1,234"),
        (1234.0, "lines", "1,234"),
        (2.25, "lines", "2.2"),
        (25.0, "percent", "25.0 %"),
        (-25.0, "change", "−25.0 %"),
        (1000000.4, "dollars", "$1,000,000"),
        (0, "date", "1 January 1970"),
        (16, "years", "16.0"),
    ],
)
def test_a_figure_is_written_by_its_unit(value, unit, text):
    assert wording.figure(value, unit) == text


@pytest.mark.parametrize(("value", "text"), [(0, "zero"), (3, "three"), (12, "twelve"), (13, "13"), (1200, "1,200")])
def test_numbers_up_to_twelve_are_words(value, text):
    assert wording.number(value) == text


@pytest.mark.parametrize(
    ("value", "words", "text"),
    [
        (1, ("commit",), "1 commit"),
        (0, ("commit",), "0 commits"),
        (1234, ("person", "people"), "1,234 people"),
        (1, ("person", "people"), "1 person"),
    ],
)
def test_nouns_follow_their_number(value, words, text):
    assert wording.plural(value, *words) == text


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (38.6, "39 times"),
        (3.0, "three times"),
        (2.0, "twice"),
        (2.5, "2.5 times"),
        (1.04, "1.04 times"),
        (1.5, "1.5 times"),
        (9.94, "9.9 times"),
        (9.96, "10 times"),
        (1234.5, "1,235 times"),
    ],
)
def test_ratios_are_told_in_times(ratio, text):
    assert wording.times(ratio) == text


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_in_and(names, text):
    assert wording.listed(names) == text


@pytest.mark.parametrize(("value", "text"), [(425_237, 425_000), (0, 0), (-1234, -1230), (12, 12), (0.1234, 0.123)])
def test_rounding_keeps_three_significant_figures(value, text):
    assert wording.significant(value) == text


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([425_237, 11_043], ["425,000", "11,000"]),
        ([425_237, 425_238], ["425,237", "425,238"]),
        ([9_999, 12], ["9,999", "12"]),
        ([5, 5], ["5", "5"]),
    ],
)
def test_rounding_shows_only_equal_numbers_as_equal(values, texts):
    assert wording.rounded(values) == texts


@pytest.mark.parametrize(
    ("values", "texts"),
    [([25.2, 16.2], ["25", "16"]), ([25.2, 25.4], ["25.2", "25.4"]), ([13.0, 13.0], ["13", "13"])],
)
def test_percentages_take_the_decimals_they_need(values, texts):
    assert wording.percents(values) == texts


@given(st.lists(st.integers(0, 10**15), max_size=12))
def test_different_whole_numbers_never_read_alike(values):
    assert len(set(wording.rounded(values))) == len(set(values))
