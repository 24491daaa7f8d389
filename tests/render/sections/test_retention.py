"""Triangles of those who stayed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.comparison import Spot
from analyzer.render.sections._retention import retention
from tests.render import build
from tests.render.sections.conftest import small


def cohort(came, year, value=50.0, people=40, name="flask"):
    return Spot(name, str(came), value, {"people": people, "active": 1, "year": year})


def maps(*spots, names=("flask", "django")):
    return [*retention(replace(build.comparison(names, months=14), places={"all-cohorts": spots}))]


def test_a_row_is_a_year_of_arrival_and_a_column_a_year_since():
    (heat,) = maps(cohort(2020, 1, 100), cohort(2020, 2, 33.3), cohort(2020, 3, 12.5), cohort(2021, 2, 10.0, 7))
    assert heat.head == ("Came in", "People", "2", "3")
    assert heat.rows == (("2020", (33, 12)), ("2021", (10, None)))
    assert heat.sizes == (40, 7)
    assert heat.half


def test_the_first_year_in_which_all_are_active_is_left_out():
    assert maps(cohort(2020, 1, 100)) == []


@pytest.mark.parametrize(("people", "shown"), [(4, 0), (5, 1)])
def test_a_share_of_fewer_than_five_people_is_left_out(people, shown):
    assert len(maps(cohort(2020, 2, 50, people))) == shown


def test_every_repository_with_newcomers_has_a_triangle():
    assert [heat.repository for heat in retention(small())] == ["flask", "django"]


def test_of_many_the_newest_cohorts_and_the_first_years_are_shown():
    names = [f"r{number}" for number in range(12)]
    spots = [
        cohort(2010 + came, year, name=name) for name in names for came in range(10) for year in range(1, 12 - came)
    ]
    found = maps(*spots, names=names)
    assert [heat.repository for heat in found] == names
    assert found[0].head == ("Came in", "People", "2", "3", "4", "5", "6")
    assert [came for came, _ in found[0].rows] == ["2014", "2015", "2016", "2017", "2018", "2019"]
    assert len(maps(*spots, names=names[:4])[0].rows) == 10


def test_twelve_years_are_the_most():
    (heat,) = maps(*(cohort(2000, year) for year in range(1, 20)))
    assert heat.head[-1] == "12"
