"""Hot files, pairs that change together, and what depends on one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose, Table
from analyzer.model.comparison import Cell, Row, Shared, Spot
from analyzer.render.sections.hot_spots import hot_spots
from tests.render import build
from tests.render.sections.conftest import small

HOT = {"commits": 3, "authors": 2, "complexity": 41.0, "estimated": 0}


def tables(comparison):
    return [block for block in hot_spots.blocks(comparison) if isinstance(block, Table)]


def prose(comparison):
    return [block.text for block in hot_spots.blocks(comparison) if isinstance(block, Prose)]


def bare(**rest):
    return replace(small(), **{"rows": (), "places": {}, "shared": (), **rest})


def row(slug, *cells):
    return Row(slug, "Hot", slug, "percent", cells, slug)


def test_it_is_as_it_was(check_gold):
    check_gold(hot_spots)


@pytest.mark.parametrize("repositories", [1, 2, 5, 12])
def test_each_repository_has_a_group(repositories):
    names = [f"r{number}" for number in range(repositories)]
    shown = [table for table in tables(build.comparison(names, months=2, commits=2)) if table.groups]
    assert len(shown) == 4
    for table in shown:
        assert [name for name, _ in table.groups] == names
        assert sum(size for _, size in table.groups) == len(table.rows)


def test_of_many_repositories_fewer_are_shown():
    names = tuple("abcdefghijkl")
    spots = tuple(Spot(name, f"{place}.py", 90 - place, HOT) for name in names for place in range(5))
    (table,) = tables(
        replace(build.comparison(names, months=2, commits=2), rows=(), shared=(), places={"hot-files": spots})
    )
    assert table.groups == tuple((name, 3) for name in names)


def test_the_longest_bar_is_that_of_each_repositorys_hottest_file():
    spots = (Spot("flask", "a.py", 40.0, HOT), Spot("flask", "b.py", 10.0, HOT), Spot("django", "c.py", 5.0, HOT))
    (table,) = tables(bare(places={"hot-files": spots}))
    assert [bars[-1] for bars in table.bars] == [1.0, 0.25, 1.0]
    assert table.rows[0] == ("`a.py`", "3", "2", "41", "40.0 %")


def test_only_an_estimated_complexity_is_marked_and_explained():
    for estimated, mark in ((0, ""), (1, "≈ ")):
        spots = (Spot("flask", "a.py", 40.0, {**HOT, "estimated": estimated}),)
        (table,) = tables(bare(places={"hot-files": spots}))
        assert table.rows[0][3] == f"{mark}41"
        assert ("≈" in table.caption) == bool(mark)


def test_surviving_lines_take_the_place_of_added_ones_as_soon_as_they_are_known():
    known = {"active": 1, "lines": 40}
    places = {
        f"{slug}-files": (Spot("flask", f"{slug}.py", 90.0, known, label="Ada"),) for slug in ("owned", "authored")
    }
    cells = (Cell(5.0, {"dependent": 1, "gone": 0, "files": 9}), Cell(None))
    for rows, told in (((), "`authored.py`\nAda added"), ((row("ownership", *cells),), "`owned.py`\nAda wrote")):
        (table,) = tables(bare(places=places, rows=rows))
        assert table.rows == ((f"{told} 90.0 % of 40 lines", "–"),)


def test_whoever_has_not_committed_for_a_year_is_told():
    spots = (Spot("flask", "a", 90.0, {"active": 0, "lines": 1}, label="Ada"),)
    (table,) = tables(bare(places={"authored-folders": spots}))
    assert table.rows == (("–", "`a`\nAda added 90.0 % of 1 line; no commit for 12 months"),)


def test_how_many_files_depend_on_one_person_is_told_of_repositories_where_it_is_known():
    cells = (Cell(5.0, {"dependent": 3, "gone": 1, "files": 20}), Cell(None))
    (text,) = prose(bare(rows=(row("authorship", *cells),)))
    assert "in flask 3 of 20 source files (1 of them on somebody without a commit in the last 12 months)." in text
    assert "django" not in text


def test_repositories_with_nothing_in_common_are_told_so():
    (text,) = prose(bare(shared=(Shared("flask", "django", 0, 0),)))
    assert text.endswith("flask and django have no such day or issue in common.")
    assert tables(bare(shared=(Shared("flask", "django", 0, 0),))) == []


def test_where_nothing_is_known_there_is_no_section():
    assert hot_spots.blocks(build.empty()) == ()
    assert hot_spots.blocks(bare()) == ()
