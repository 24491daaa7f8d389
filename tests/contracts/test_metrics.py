"""What holds for every metric on the shelf."""

import re
from operator import attrgetter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analyzer.errors import MeasureError
from analyzer.measure.folding import key_columns
from analyzer.measure.periods import PERIODS
from analyzer.model.frames import COLUMNS, Facts
from analyzer.model.metric import WINDOWS, Metric
from analyzer.model.people import BOTS, CREDITS, IDENTITIES
from analyzer.model.wording import figure
from analyzer.registry import discover
from tests.build import BOB, TABLES, change, commit, facts, file, options

SHELF = "analyzer.measure.metrics"
METRICS = discover(SHELF, Metric)
HEADINGS = ("Why it matters", "How it is counted", "What can mislead")
SPLITS = {
    "file",
    "folder",
    "language",
    "scope",
    "commit",
    "moment",
    "person",
    "kind",
    "cohort",
    "age",
    "comment",
    "function",
    "rank",
    "pair",
    "organisation",
    "share",
    *PERIODS,
    "hour",
    "gap",
    "level",
    "release",
}
# What tells the rows of a split where its name's columns do not.
OWN_KEYS = {
    ("languages", "month"): ["month", "language"],
    ("licence", "file"): ["path"],
    ("survival", "month"): ["month", "cohort"],
    ("coupling", "folder"): ["folder", "other"],
    ("retention", "cohort"): ["cohort", "year"],
}
# A longer window may change these either way: they are no counts of what lies in it.
NO_COUNTS = {
    "absence_factor",
    "commit_size",
    "commits_per_person",
    "concentration",
    "coupling",
    "elephant_factor",
    "hot_spots",
    "hours",
}
# What the facts here have as much of in the last 30 days as in all time.
LEVEL_HERE = {"cve_fixes", "lost", "returning"}
UNITS = {
    "bits",
    "change",
    "comments",
    "commits",
    "complexity",
    "date",
    "identities",
    "dollars",
    "files",
    "label",
    "lines",
    "methods",
    "organisations",
    "paths",
    "people",
    "percent",
    "points",
    "years",
    "CVEs",
    "days",
    "months",
    "releases",
}

each_metric = pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
each_split = pytest.mark.parametrize(
    ("metric", "by"), [(metric, by) for metric in METRICS.values() for by in (None, *metric.by)]
)

NOTHING: dict[str, Any] = {name: [] for name in TABLES if name != "commits"}
ODD = {
    "one commit without a file": facts(**{**NOTHING, "commits": [commit(1)]}),
    "only merges": facts(**{**NOTHING, "commits": [commit(1, parents=2), commit(2, parents=3)]}),
    "only binaries": facts(
        **{
            **NOTHING,
            "commits": [commit(1)],
            "changes": [change(1, 1, added=0, binary=True)],
            "files": [file("logo.png", "", problem="binary")],
        },
        paths=["logo.png"],
    ),
    "dates that cannot be true": facts(
        commits=[commit(1, on=-(10**11)), commit(2, on=0), commit(3, by=BOB, on=2**40)], changes=[change(1, 1)]
    ),
}
# A merge, a program, and a committer and a co-author who are no authors.
DEE = {"committer_name": "Dee", "committer_email": "dee@example.org"}
WHOM = facts(
    commits=[
        commit(1, **DEE),
        commit(2, by="dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", on="2020-05-01"),
        commit(3, by=BOB, on="2020-06-01", parents=2, **DEE),
    ],
    trailers=[{"commit_id": 1, "key": "co-authored-by", "value": "Cy <cy@example.org>"}],
)
# What each metric says of facts in which nothing is counted; NaN or None where it cannot be told.
OF_NOTHING = {
    **dict.fromkeys(["bursts", "cve_fixes", "lost", "releases", "returning"], 0),
    "release_cadence": None,
    **dict.fromkeys(
        [
            "cost",
            "files",
            "files_modified",
            "languages",
            "lines",
            "lines_added",
            "lines_removed",
            "uncommented_code",
            "unique_lines",
        ],
        0,
    ),
    **dict.fromkeys(
        [
            "authorship",
            "comment_level",
            "comment_ratio",
            "coupling",
            "docstring_coverage",
            "dryness",
            "file_comment_ratio",
            "hot_spots",
            "licence",
            "main_language",
            "mean_complexity",
            "mean_file_size",
            "ownership",
            "tests_ratio",
            "typing_coverage",
        ],
        None,
    ),
    **dict.fromkeys(["half_life", "line_survival", "stale_comments", "survival"]),
    **dict.fromkeys(["complexity", "halstead", "maintainability", "radon"], None),
}


def shuffled(original: Facts) -> Facts:
    tables = {name: table.sample(frac=1, random_state=7) for name, table in original.tables.items()}
    return Facts(original.repository, original.moment, tables)


@each_metric
def test_a_metric_says_what_it_is_why_how_and_what_can_mislead(metric):
    assert re.match(r"[A-Z].*\.$", metric.summary)
    for heading in HEADINGS:
        assert metric.chapter(heading), heading
    assert re.findall(r"^## (.*)$", metric.explanation, re.MULTILINE) == list(HEADINGS)


@each_metric
def test_a_metric_declares_what_is_known(metric):
    assert metric.title
    assert metric.unit in UNITS
    assert set(metric.by) <= SPLITS
    assert set(metric.needs) <= set(COLUMNS)
    assert set(metric.uses).isdisjoint(metric.needs)
    assert set(metric.unsplit) <= set(metric.needs)
    assert metric.window == "all" or (metric.windowed and metric.window in WINDOWS)


@each_metric
def test_a_metric_has_a_test_file(metric):
    assert (Path(__file__).parents[1] / "measure" / "metrics" / f"test_{metric.name}.py").is_file()


@each_metric
def test_a_metric_needs_only_the_tables_that_it_names(metric):
    whole = facts()
    of_all = Facts(whole.repository, whole.moment, {name: whole[name] for name in metric.needs})
    for by in (None, *metric.by):
        few = Facts(whole.repository, whole.moment, {name: whole[name] for name in metric.reads(by)})
        assert metric.measure(few, options(by=by)).equals(metric.measure(of_all, options(by=by)))


@each_metric
def test_every_rule_for_people_is_answered_from_the_tables_that_it_names(metric):
    whole = facts()
    few = Facts(whole.repository, whole.moment, {name: whole[name] for name in metric.needs})
    for identity in IDENTITIES if metric.tells_people else ["folded"]:
        metric.measure(few, options(identity=identity))


OTHERWISE = [{"credit": one} for one in CREDITS[1:]] + [{"bots": one} for one in BOTS[1:]] + [{"merges": False}]


@pytest.mark.parametrize("metric", [metric for metric in METRICS.values() if metric.credited], ids=attrgetter("name"))
@pytest.mark.parametrize("chosen", OTHERWISE, ids=str)
def test_a_credited_metric_counts_commits_for_whom_it_is_told_to(metric, chosen):
    for by in (None, *metric.by):
        measured = metric.measure(WHOM, options(by=by, **chosen))
        assert list(measured.columns) == list(metric.measure(WHOM, options(by=by)).columns)
    split = "person" if "person" in metric.by else None
    assert not metric.measure(WHOM, options(by=split)).equals(metric.measure(WHOM, options(by=split, **chosen)))


WHAT = {"credit": OTHERWISE[: len(CREDITS) - 1], "bots": OTHERWISE[len(CREDITS) - 1 : -1], "merges": OTHERWISE[-1:]}


@pytest.mark.parametrize("metric", METRICS.values(), ids=attrgetter("name"))
@pytest.mark.parametrize("what", WHAT)
def test_metrics_heed_whom_commits_count_for_where_they_say_so_and_nowhere_else(metric, what):
    split = "person" if "person" in metric.by else None
    usual = metric.measure(WHOM, options(by=split))
    same = [usual.equals(metric.measure(WHOM, options(by=split, **chosen))) for chosen in WHAT[what]]
    assert all(same) != (what in metric.heeds)


@each_metric
def test_without_a_split_there_is_one_row(metric):
    assert len(metric.measure(facts(), options())) == 1


@each_split
def test_a_split_starts_with_its_columns_and_the_value(metric, by):
    names = list(metric.measure(facts(), options(by=by)).columns)
    keys = OWN_KEYS.get((metric.name, by), key_columns(by))
    assert names[: len(keys) + 1] == [*keys, "value"]


@each_metric
def test_a_split_that_a_metric_does_not_have_is_refused(metric):
    with pytest.raises(MeasureError, match=f"{metric.name} cannot be split by colour"):
        metric.measure(facts(), options(by="colour"))


@each_split
def test_the_same_facts_give_the_same_values_whatever_their_order(metric, by):
    first = metric.measure(facts(), options(by=by))
    pd.testing.assert_frame_equal(first, metric.measure(facts(), options(by=by)))
    pd.testing.assert_frame_equal(first, metric.measure(shuffled(facts()), options(by=by)))


@each_split
def test_the_facts_are_left_as_they_were(metric, by):
    given = facts()
    metric.measure(given, options(by=by, scopes=frozenset({"source"})))
    for name, table in facts().tables.items():
        pd.testing.assert_frame_equal(given[name], table)


@each_split
@pytest.mark.parametrize("odd", ODD.values(), ids=list(ODD))
def test_odd_facts_are_measured_like_others(metric, by, odd):
    for window in WINDOWS.values() if metric.windowed else [WINDOWS["all"]]:
        measured = metric.measure(odd, options(by=by, window=window))
        assert "value" in measured
        assert len(measured) == 1 or by is not None


@pytest.mark.parametrize("name", OF_NOTHING)
@pytest.mark.parametrize("odd", ["one commit without a file", "only merges", "only binaries"])
def test_where_nothing_is_counted_it_is_zero_or_unknown_as_stated(name, odd):
    if (odd, name) == ("only binaries", "files_modified"):
        return
    value = METRICS[name].measure(ODD[odd], options())["value"][0]
    assert pd.isna(value) if OF_NOTHING[name] is None else value == 0


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if "month" in metric.by], ids=attrgetter("name")
)
def test_months_are_complete_and_end_with_the_moment(metric):
    measured = metric.measure(facts(), options(by="month"))
    months = list(dict.fromkeys(measured["month"]))
    expected = pd.period_range(months[0], "2020-07", freq="M").strftime("%Y-%m")
    assert months == list(expected)
    assert months[0] == "2019-03"
    assert len(measured) % len(months) == 0


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if "month" in metric.by], ids=attrgetter("name")
)
def test_dates_that_cannot_be_true_do_not_stretch_the_months(metric):
    assert metric.measure(ODD["dates that cannot be true"], options(by="month"))["month"].nunique() < 600


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if "week" in metric.by], ids=attrgetter("name")
)
def test_only_the_period_that_the_end_cuts_off_is_incomplete(metric):
    for by in PERIODS:
        measured = metric.measure(facts(), options(by=by))
        assert list(measured[by]) == sorted(set(measured[by]))
        assert measured["complete"].tolist() == [True] * (len(measured) - 1) + [False]


@pytest.mark.parametrize("by", [None, "file", "folder", "language", "scope", "month", "commit"])
def test_parts_make_the_value(by):
    lines = METRICS["lines"].measure(facts(), options(by=by))
    assert list(lines["value"]) == list(lines["code"])
    assert list(lines["total"]) == list(lines["code"] + lines["comment"] + lines["blank"])
    ratio = METRICS["comment_ratio"].measure(facts(), options(by=by))
    assert list(ratio["value"]) == list(100 * ratio["comment"] / (ratio["comment"] + ratio["code"]))


@pytest.mark.parametrize("name", ["commit_trend", "contributor_trend"])
def test_the_two_years_make_the_trend(name):
    row = METRICS[name].measure(facts(), options()).iloc[0]
    assert row["value"] == 100 * (row["recent"] - row["before"]) / row["before"]
    assert row["low"] < row["value"] < row["high"]


@pytest.mark.parametrize(
    "metric",
    [one for one in METRICS.values() if one.windowed and one.unit != "percent" and one.name not in NO_COUNTS],
    ids=attrgetter("name"),
)
def test_a_shorter_window_never_holds_more(metric):
    values = [metric.measure(facts(), options(window=WINDOWS[name]))["value"][0] for name in ("30d", "12m", "all")]
    assert values == sorted(values)
    assert values[0] < values[-1] or metric.name in LEVEL_HERE


@each_metric
def test_every_value_can_be_put_into_words(metric):
    value = metric.measure(facts(), options())["value"][0]
    assert figure(value if isinstance(value, str) else value.item(), metric.unit)
