"""The sentences for a newcomer: grammar, rounding, and what is left out."""

from dataclasses import replace

import pytest

from analyzer.compare.asked import ASKS, CHARTS
from analyzer.compare.findings import findings
from tests.build import at
from tests.compare.comparisons import comparison

FLASK_AND_DJANGO = {
    "lines": [11_043, 425_237],
    "main-language": ["Python", "Python"],
    "licence": ["BSD-3-Clause", "BSD-3-Clause"],
    "comment-ratio": [25.1, 12.9],
    "contributors": [823, 2_834],
    "commits-12m": [85, 1_023],
    "contributors-12m": [1, 230],
    "commit-trend": [40.0, -12.4],
    "first-commit": [at("2010-04-06"), at("2005-07-13")],
}
RATIOS = {
    "Flask": {"2010-04-06": 30.0, "2016-01-01": 25.0, "2026-06-01": 25.1},
    "Django": {"2005-07-13": 10.0, "2016-01-01": 18.6, "2026-06-01": 12.9},
}


def said(slug, names, **rest):
    """Return the sentence with this evidence; None if there is none."""
    return {place: sentence for sentence, place in findings(comparison(names, **rest))}.get(slug)


def test_two_repositories_are_told_in_eight_sentences():
    told = findings(comparison(["Flask", "Django"], FLASK_AND_DJANGO, RATIOS))
    assert [sentence for sentence, _ in told] == [
        "Django is 39 times as large as Flask: 425,000 lines of code against 11,000.",
        "In Flask 25 of 100 lines of code and comment are comments; in Django 13.",
        "The comment ratio of Flask has stayed near 25 % since June 2016; "
        "that of Django has fallen from 19 % in June 2016 to 13 %.",
        "Django has 2,834 contributors, 3.4 times as many as Flask (823).",
        "In the twelve months to 18 June 2026 Django had 1,023 commits by 230 people; Flask 85 commits by 1 person.",
        "Compared with the twelve months before, Flask had 40 % more commits; Django 12 % fewer.",
        "The history of Django begins on 13 July 2005, 4.7 years before that of Flask (6 April 2010).",
        "Nothing was left out: every commit and every file was read.",
    ]


def test_one_repository_is_told_without_comparing():
    rows = {slug: values[:1] for slug, values in FLASK_AND_DJANGO.items()}
    told = findings(comparison(["Flask"], rows, {"Flask": RATIOS["Flask"]}))
    assert [sentence for sentence, _ in told] == [
        "Flask has 11,000 lines of code.",
        "In Flask 25 of 100 lines of code and comment are comments.",
        "The comment ratio of Flask has stayed near 25 % since June 2016.",
        "Flask has 823 contributors.",
        "In the twelve months to 18 June 2026 Flask had 85 commits by 1 person.",
        "Compared with the twelve months before, Flask had 40 % more commits.",
        "The history of Flask begins on 6 April 2010.",
        "Nothing was left out: every commit and every file was read.",
    ]


def test_many_repositories_are_told_by_their_extremes():
    rows = {
        "lines": [4, 3, 2, 1],
        "main-language": ["Python", "C", "Go", "Lua"],
        "comment-ratio": [20.0, 30.0, 10.0, 10.0],
        "contributors": [9, 8, 7, 7],
        "commits-12m": [5, 50, 0, 1],
        "contributors-12m": [1, 1, 0, 1],
        "commit-trend": [100.0, 0.0, -100.0, -50.0],
        "first-commit": [at("2001-01-01"), at("2000-01-01"), at("2003-01-01"), at("2002-01-01")],
    }
    ratios = {name: {"2010-01-01": 20.0, "2026-01-01": now} for name, now in zip("abcd", (20, 30, 10, 15), strict=True)}
    labels = ["Increasing", "Stable", "No activity", "Decreasing"]
    told = findings(comparison(list("abcd"), rows, ratios, labels=labels))
    assert [sentence for sentence, _ in told] == [
        "Of the four, a has the most lines of code (4) and d the fewest (1).",
        "Of the four, b has the largest share of comments (30 %) and c and d the smallest (10 % each), "
        "of lines of code and comment.",
        "The comment ratio of c has fallen from 20 % in June 2016 to 10 %; "
        "that of b has risen from 20 % in June 2016 to 30 %.",
        "Of the four, a has the most contributors (9) and c and d the fewest (7 each).",
        "In the twelve months to 18 June 2026: of the four, b has the most commits (50) and c the fewest (0).",
        "Compared with the twelve months before, commits rose by a quarter or more in one of the four "
        "and fell by a quarter or more in two.",
        "The history of b begins on 1 January 2000, as the first of the four, 3.0 years before that of c "
        "(1 January 2003), the last.",
        "Nothing was left out: every commit and every file was read.",
    ]


def test_where_nothing_can_be_told_nothing_is_said():
    assert findings(comparison(["a", "b"], {})) == ()
    assert findings(comparison(["a"], {})) == ()


@pytest.mark.parametrize("number", range(1, 13))
def test_up_to_twelve_repositories_give_five_to_eight_sentences(number):
    rows = {slug: (values * 6)[:number] for slug, values in FLASK_AND_DJANGO.items()}
    names = [f"r{place}" for place in range(number)]
    told = findings(comparison(names, rows))
    assert 5 <= len(told) <= 8
    for sentence, _ in told:
        assert sentence.endswith(".")
        assert "  " not in sentence


def test_every_sentence_points_to_a_row_or_a_chart():
    slugs = {ask.slug for ask in (*ASKS, *CHARTS)}
    assert {slug for _, slug in findings(comparison(["Flask", "Django"], FLASK_AND_DJANGO, RATIOS))} <= slugs | {
        "not_counted"
    }


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([1_000, 1_001], "b is a little larger than a: 1,001 lines of code against 1,000."),
        ([425_237, 425_238], "b is a little larger than a: 425,238 lines of code against 425,237."),
        ([500, 500], "a and b have 500 lines of code each."),
        ([0, 0], "a and b have no lines of code."),
        ([0, 20_000], "b has 20,000 lines of code, a none."),
        ([10, 20], "b is twice as large as a: 20 lines of code against 10."),
        ([None, 20], "b has 20 lines of code."),
        ([None, 1], "b has 1 line of code."),
    ],
)
def test_sizes_are_never_called_equal_when_they_are_not(values, sentence):
    assert said("lines", ["a", "b"], rows={"lines": values}) == sentence


def test_three_repositories_are_listed():
    rows = {"contributors": [3, 1, 0], "comment-ratio": [25.2, 25.4, 1.0], "main-language": ["C", "Go", "C"]}
    assert said("contributors", "abc", rows=rows) == "a has 3 contributors, b 1 and c none."
    assert said("comment-ratio", "abc", rows=rows) == (
        "In b 25.4 of 100 lines of code and comment are comments; in a 25.2; in c 1.0."
    )
    assert said("main-language", "abc", rows=rows) == "a and c are written mostly in C, b in Go."


def test_an_incomplete_history_gives_lower_bounds_and_no_ratio():
    rows = {"contributors": [10, 100]}
    assert said("contributors", "ab", rows=rows, floors="b") == "b has at least 100 contributors, a 10."


def test_a_licence_is_told_only_where_all_share_it():
    rows = {"main-language": ["C", "Go"], "licence": ["MIT", "MIT"]}
    assert said("main-language", "ab", rows=rows) == "a is written mostly in C, b in Go; both are published under MIT."
    rows = {"main-language": ["C", "C"], "licence": ["MIT", None]}
    assert said("main-language", "ab", rows=rows) == "Both are written mostly in C."


def test_a_definition_with_its_own_ratio_is_told_in_percent():
    rows = {"comment-ratio": [30.0, 20.0]}
    sentence = said("comment-ratio", "ab", rows=rows, parts={"numerator": 1, "denominator": 2})
    assert sentence == "The comment ratio is 30 % in a and 20 % in b."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([0.0, 0.4], "b had 0.4 % more commits; a as many."),
        ([-100.0, 50.0], "b had 50 % more commits."),
        ([-0.01, -30.0], "a had under 0.1 % fewer commits; b 30 % fewer."),
    ],
)
def test_trends_are_told_with_their_direction(changes, sentence):
    told = said("commit-trend", "ab", rows={"commit-trend": changes})
    assert told == f"Compared with the twelve months before, {sentence}"


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        (["2020-01-01", "2020-01-01"], "Both histories begin on 1 January 2020."),
        (
            ["2020-01-01", "2020-01-02"],
            "The history of a begins on 1 January 2020, 1 day before that of b (2 January 2020).",
        ),
        (
            ["2020-01-01", "2020-07-01"],
            "The history of a begins on 1 January 2020, 6 months before that of b (1 July 2020).",
        ),
    ],
)
def test_beginnings_are_told_in_days_months_or_years(dates, sentence):
    assert said("first-commit", "ab", rows={"first-commit": [at(date) for date in dates]}) == sentence


def test_a_repository_without_commits_in_the_year_is_told_so():
    rows = {"commits-12m": [0, 1], "contributors-12m": [0, 1]}
    assert said("commits-12m", "ab", rows=rows) == (
        "In the twelve months to 18 June 2026 b had 1 commit by 1 person; a no commits."
    )


def test_claims_and_turns_take_the_place_of_what_tells_least():
    from dataclasses import replace

    from analyzer.compare import findings as module
    from analyzer.model.claim import Saying

    plain = comparison(["Flask", "Django"], FLASK_AND_DJANGO, RATIOS)
    saying = Saying("claim-a", "Flask is small", "", "true", ("a",), ())
    told = module.findings(replace(plain, sayings=(saying,)))
    assert len(told) == module.MOST
    assert ("“Flask is small”: true.", "claims") in told
    assert "main-language" not in [slug for _, slug in told]


@pytest.mark.parametrize(
    ("intervals", "told"),
    [
        ([(5, 80), (-30, -2)], ""),
        ([(-5, 80), (-30, -2)], " That of a is within what chance explains."),
        ([(-5, 80), (-30, 2)], " Both changes are within what chance explains."),
    ],
)
def test_a_trend_says_whether_chance_explains_it(intervals, told):
    plain = comparison("ab", rows={"commit-trend": [40.0, -12.0]})
    parts = [{"low": low, "high": high} for low, high in intervals]
    rows = tuple(
        replace(row, cells=tuple(replace(cell, parts=some) for cell, some in zip(row.cells, parts, strict=True)))
        if row.slug == "commit-trend"
        else row
        for row in plain.rows
    )
    sentence = {slug: text for text, slug in findings(replace(plain, rows=rows))}["commit-trend"]
    assert sentence == f"Compared with the twelve months before, a had 40 % more commits; b 12 % fewer.{told}"


@pytest.mark.parametrize(
    ("names", "values", "expected"),
    [
        (["a"], [1], "In the last twelve months at least half of the commits were written by 1 person in a."),
        (
            ["a", "b"],
            [7, 1],
            "In the last twelve months at least half of the commits were written by 1 person in b and by 7 people "
            "in a.",
        ),
        (
            ["a", "b"],
            [None, 2],
            "In the last twelve months at least half of the commits were written by 2 people in b.",
        ),
        (
            ["a", "b", "c"],
            [7, 1, 3],
            "In the last twelve months at least half of the commits were written by 1 person in b, by 3 people in c "
            "and by 7 people in a.",
        ),
        (
            list("abcd"),
            [7, 1, 3, 9],
            "Over the last twelve months at least half of the commits were written by 1 person in b, by 9 people in d.",
        ),
        (["a", "b"], [None, None], None),
    ],
)
def test_how_few_wrote_half_of_the_commits(names, values, expected):
    assert said("absence-factor-12m", names, rows={"absence-factor-12m": values}) == expected


def test_only_those_that_are_named_decide_how_many_decimals_are_told() -> None:
    told = findings(comparison(["a", "b", "c", "d"], {"comment-ratio": [26.96, 26.94, 10.0, 6.71]}))
    assert any("(27 %)" in sentence and "(7 %)" in sentence for sentence, _ in told)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (-82.0, -2.0, " The number of people changed more than chance explains: a 58 % fewer (8 after 19)."),
        (-82.0, 2.0, ""),
    ],
)
def test_a_change_of_people_beyond_chance_is_told_beside_that_of_commits(low: float, high: float, told: str) -> None:
    plain = comparison(["a", "b"], {"commit-trend": [40.0, -12.0], "contributor-trend": [-57.9, None]})
    parts = {"low": low, "high": high, "recent": 8, "before": 19}
    rows = tuple(
        replace(row, cells=(replace(row.cells[0], parts=parts), row.cells[1]))
        if row.slug == "contributor-trend"
        else row
        for row in plain.rows
    )
    sentence = {slug: text for text, slug in findings(replace(plain, rows=rows))}["commit-trend"]
    assert sentence == f"Compared with the twelve months before, a had 40 % more commits; b 12 % fewer.{told}"


def test_where_none_of_many_rose_it_is_said_so() -> None:
    plain = comparison(
        list("abcd"), {"commit-trend": [-40.0, -30.0, 1.0, 2.0]}, labels=["Decreasing"] * 2 + ["Stable"] * 2
    )
    assert {slug: text for text, slug in findings(plain)}["commit-trend"] == (
        "Compared with the twelve months before, commits rose by a quarter or more in none of the four and fell by a "
        "quarter or more in two."
    )
