"""Tables of values become plain cells and series."""

import pandas as pd
import pytest

from analyzer.compare.asked import ASKS, CHARTS
from analyzer.compare.build import build
from analyzer.model.comparison import Cell, Column
from analyzer.model.metric import Metric
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.registry import discover
from tests.build import END, OPENHUB, at, facts

METRICS = discover("analyzer.measure.metrics", Metric)


def column(name, **rest):
    return Column(name, f"https://example.org/{name}", "main", "0" * 40, at(END), at("2019-03-10"), **rest)


def built(columns, measured=None, series=None, **rest):
    return build("title", columns, at(END), measured or {}, series or {}, OPENHUB, METRICS, **rest)


@pytest.fixture(scope="module")
def whole():
    """A comparison of the tiny repository with itself, measured by the real metrics."""
    names = ("tiny", "twin")

    def asked(asks):
        return {
            (name, ask.slug): METRICS[ask.metric].measure(facts(), ask.options(OPENHUB, {}))
            for name in names
            for ask in asks
        }

    return built([column(name) for name in names], asked(ASKS), asked(CHARTS))


def test_every_ask_is_a_row_with_a_cell_for_each_repository(whole):
    assert [row.slug for row in whole.rows] == [ask.slug for ask in ASKS]
    assert {len(row.cells) for row in whole.rows} == {2}


def test_cells_hold_plain_values(whole):
    for row in whole.rows:
        for cell in row.cells:
            assert type(cell.value) in (int, float, str, type(None)), row.slug
            assert {type(part) for part in cell.parts.values()} <= {int, float}
            assert type(cell.label) is str


def test_a_row_says_how_it_was_made(whole):
    row = whole.row("comment-ratio")
    assert (row.metric, row.unit, row.definition, row.window) == ("comment_ratio", "percent", "openhub", "all time")
    assert "100 * comment / (comment + code)" in row.explanation
    assert (whole.row("commits-12m").window, whole.row("commits-12m").definition) == ("12 months", "")


def test_parts_and_labels_stand_beside_the_value(whole):
    assert whole.row("lines").cells[0] == Cell(130, {"code": 130, "comment": 10, "blank": 5, "total": 145})
    trend = whole.row("commit-trend").cells[0]
    assert (trend.value, trend.label, trend.parts["recent"], trend.parts["before"]) == (200, "Increasing", 3, 1)
    assert trend.parts["low"] < trend.value < trend.parts["high"]
    assert whole.row("team-size").cells[0].label == "Small development team"


def test_findings_are_made(whole):
    assert ("tiny and twin have 130 lines of code each.", "lines") in whole.findings


def test_what_was_not_measured_has_no_value():
    comparison = built([column("a")])
    assert all(row.cells == (Cell(None),) for row in comparison.rows)
    assert set(comparison.series.values()) == {()}


def test_what_cannot_be_told_is_none():
    table = pd.DataFrame({"value": [float("nan")], "share": [float("nan")], "code": [0]})
    cell = built([column("a")], {("a", "comment-ratio"): table}).row("comment-ratio").cells[0]
    assert cell == Cell(None, {"code": 0})


def test_an_incomplete_history_is_a_floor_of_counts_and_noted_on_other_figures_of_the_history_only():
    one = pd.DataFrame({"value": [3]})
    measured = {
        ("a", slug): one
        for slug in ("commits", "lines-added-12m", "lines-removed-12m", "newcomers-12m", "lines", "files")
    }
    comparison = built([column("a", floor=True)], measured)
    assert {row.slug for row in comparison.rows if row.cells[0].floor} == {"commits", "lines-removed-12m"}
    assert {row.slug for row in comparison.rows if row.cells[0].note} == {"lines-added-12m", "newcomers-12m"}


def test_months_become_their_first_seconds(whole):
    line = whole.series["commits"][0]
    assert (line.repository, line.times[0], line.times[-1]) == ("tiny", at("2019-03-01"), at("2020-07-01"))
    assert (sum(line.values), line.values[0], len(line.values)) == (4, 1, 17)


def test_the_comment_ratio_is_there_at_every_trunk_commit_with_its_hash(whole):
    line = whole.series["comment_ratio"][0]
    assert line.times == (at("2019-03-10"), at("2020-01-15"), at("2020-06-25"))
    assert line.shas == (f"{1:040x}", f"{2:040x}", f"{4:040x}")
    assert line.values[0] == 100 * 2 / 14


def test_commits_before_the_first_line_are_left_out_of_the_ratio():
    table = pd.DataFrame({"sha": ["a", "b"], "time": [1, 2], "value": [float("nan"), 5.0]})
    line = built([column("a")], {}, {("a", "comment_ratio"): table}).series["comment_ratio"][0]
    assert (line.times, line.values, line.shas) == ((2,), (5.0,), ("b",))


def test_the_eight_largest_languages_are_shown_and_the_rest_is_summed():
    names = [f"L{place:02}" for place in range(10)]
    table = pd.DataFrame(
        {
            "month": ["2020-01"] * 10 + ["2020-02"] * 10,
            "language": names * 2,
            "value": [100] * 10 + list(range(10)),
        }
    )
    lines = built([column("a")], {}, {("a", "languages"): table}).series["languages"]
    assert [line.group for line in lines] == [*reversed(names[2:]), "Other"]
    assert lines[-1].values == (200, 1)
    assert lines[0].values == (100, 9)


def test_few_languages_need_no_rest(whole):
    assert [line.group for line in whole.series["languages"]] == ["HTML", "Python"] * 2


def test_repositories_keep_the_order_of_the_columns():
    table = pd.DataFrame({"month": ["2020-01"], "value": [1]})
    series = {(name, "commits"): table for name in ("a", "b", "c")}
    comparison = built([column("c"), column("a"), column("b")], {}, series)
    assert [line.repository for line in comparison.series["commits"]] == ["c", "a", "b"]


def test_troubles_and_version_are_handed_on():
    trouble = NotCounted("a", Reason.SHALLOW, "a")
    comparison = built([column("a")], troubles=[trouble], version="1.0")
    assert (comparison.troubles, comparison.version) == ((trouble,), "1.0")


def test_twelve_repositories_fit():
    comparison = built([column(f"r{number}") for number in range(12)])
    assert {len(row.cells) for row in comparison.rows} == {12}
