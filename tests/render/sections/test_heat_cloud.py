"""Files by how often they change and how complex they are."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.comparison import Spot
from analyzer.render.sections._heat_cloud import heat_cloud
from tests.render import build
from tests.render.sections.conftest import small


def warm(path, commits, complexity, name="flask", value=10.0):
    return Spot(name, path, value, {"commits": commits, "complexity": complexity, "authors": 2, "estimated": 0})


def clouds(*spots, names=("flask", "django")):
    return [*heat_cloud(replace(build.comparison(names, months=14), places={"warm-files": spots}))]


def test_the_hottest_of_each_repository_is_told_and_named_with_its_folder():
    (chart,) = clouds(warm("src/deep/a.py", 9, 90), warm("django/b.py", 20, 700, "django"))
    assert chart.caption.endswith("The hottest: in flask src/deep/a.py and in django django/b.py.")
    assert [row["name"] for row in chart.spec["datasets"]["named"]] == ["deep/a.py", "django/b.py"]


def test_files_without_commits_complexity_or_heat_are_left_out():
    assert clouds(warm("a.py", 0, 90), warm("b.py", 3, 0.5), warm("c.py", 3, 9, value=None)) == []


def test_names_do_not_cover_each_other():
    (chart,) = clouds(warm("a.py", 10, 100), warm("b.py", 11, 101), warm("c.py", 40, 100))
    assert [row["name"] for row in chart.spec["datasets"]["named"]] == ["a.py", "c.py"]


def test_three_of_a_repository_are_named_and_all_drawn():
    (chart,) = clouds(*(warm(f"{rank}.py", 3**rank, 3**rank) for rank in range(1, 7)))
    assert len(chart.spec["datasets"]["named"]) == 3
    assert len(chart.spec["datasets"]["points"]) == 6


def test_of_many_repositories_forty_files_each_are_drawn_in_plots_of_their_own():
    names = [f"r{number}" for number in range(5)]
    spots = [warm(f"{rank}.py", rank, 5, name) for name in names for rank in range(1, 60)]
    (chart,) = clouds(*spots, names=names)
    assert len(chart.spec["datasets"]["points"]) == 200
    assert "panels" in chart.spec["usermeta"]
    assert "hottest:" not in chart.caption
    assert [size for _, size in chart.data.groups] == [3] * 5


def test_the_table_has_every_repository_with_files_and_its_shares():
    (chart,) = heat_cloud(small())
    assert [name for name, _ in chart.data.groups] == ["flask", "django"]
    assert chart.data.rows[0] == ("`src/app/1.py`", "20", "3", "90", "40.0 %")
