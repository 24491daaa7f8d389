"""What is left of each year's hand-made lines."""

from analyzer.measure.metrics.survival import survival
from tests.build import facts, options


def test_all_lines_that_are_there_are_counted() -> None:
    row = survival.measure(facts(), options()).iloc[0]
    assert row.to_dict() == {"value": 12, "code": 6, "comment": 2, "blank": 4, "written": 21}


def test_each_year_has_what_is_left_and_what_was_written() -> None:
    table = survival.measure(facts(), options(by="cohort"))
    assert table.to_numpy().tolist() == [["2019", 8, 6, 2, 0, 14], ["2020", 4, 0, 0, 4, 7]]


def test_months_tell_how_each_year_melts_away() -> None:
    table = survival.measure(facts(), options(by="month")).set_index(["month", "cohort"])["value"]
    assert table["2019-03"].tolist() == [14, 0]
    assert table["2020-01"].tolist() == [14, 3]
    assert table["2020-03"].tolist() == [14, 0]
    assert table["2020-07"].tolist() == [8, 4]


def test_a_line_that_came_late_is_in_no_month_before() -> None:
    rows = [
        {"written": 590, "born": 590, "died": -1, "kind": "code", "lines": 3},
        {"written": 590, "born": 590, "died": 600, "kind": "code", "lines": -2},
    ]
    table = survival.measure(facts(lifetimes=rows), options(by="month")).set_index("month")["value"]
    assert (table["2019-12"], table["2020-01"]) == (1, 3)
    assert survival.measure(facts(lifetimes=rows), options(by="cohort"))["value"].tolist() == [3]


def test_scopes_are_told_apart() -> None:
    row = survival.measure(facts(), options(scopes=frozenset({"tests"}))).iloc[0]
    assert (row["value"], row["written"]) == (0, 3)


def test_a_line_is_of_the_year_in_which_it_was_written_and_there_from_when_the_trunk_got_it() -> None:
    rows = [{"written": 590, "born": 600, "died": -1, "kind": "code", "lines": 3}]
    table = survival.measure(facts(lifetimes=rows), options(by="month"))
    assert table.to_numpy().tolist()[0] == ["2020-01", "2019", 3]
    assert survival.measure(facts(lifetimes=rows), options(by="cohort"))["cohort"].tolist() == ["2019"]
