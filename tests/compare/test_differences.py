"""Two reports, repository by repository."""

from __future__ import annotations

from dataclasses import replace

from analyzer.compare.differences import differences
from analyzer.model.headlines import Figure, Headlines, Said


def said(name: str, commits: int, ratio: float, *, location: str = "", definition: str = "openhub") -> Said:
    figures = (
        Figure("commits", "Commits", "commits", commits),
        Figure("comment-ratio", "Comment ratio", "percent", ratio, definition),
    )
    return Said(name, location or name, "main", f"{commits:040x}", commits, figures)


def report(*repositories: Said) -> Headlines:
    return Headlines("T", 1, "0", repositories)


def test_figures_are_told_then_and_now():
    (one,) = differences(report(said("flask", 10, 25.0)), report(said("flask", 12, 24.5)))
    assert [(moved.now.slug, moved.then, moved.now.value, moved.difference) for moved in one.figures] == [
        ("commits", 10, 12, 2),
        ("comment-ratio", 25.0, 24.5, -0.5),
    ]


def test_a_repository_is_known_again_by_its_place_then_by_its_name():
    then = report(said("flask", 1, 1, location="a"), said("tool", 2, 1, location="b"))
    now = report(said("renamed", 3, 1, location="a"), said("tool", 4, 1, location="c"))
    found = differences(then, now)
    assert [(one.name, one.figures[0].then) for one in found] == [("renamed", 1), ("tool", 2)]


def test_what_only_one_report_has_is_told_without_figures():
    found = differences(report(said("a", 1, 1)), report(said("b", 1, 1)))
    assert [(one.name, one.then is None, one.now is None, one.figures) for one in found] == [
        ("b", True, False, ()),
        ("a", False, True, ()),
    ]


def test_ratios_by_two_definitions_are_not_set_against_each_other():
    (one,) = differences(report(said("a", 1, 25.0)), report(said("a", 2, 5.0, definition="cloc")))
    assert [moved.now.slug for moved in one.figures] == ["commits"]


def test_projects_have_no_place_and_are_known_by_their_names():
    then = report(replace(said("a", 10, 1), location=""), replace(said("b", 999, 1), location=""))
    now = report(replace(said("a", 12, 1), location=""), replace(said("b", 999, 1), location=""))
    assert [(one.name, one.figures[0].then) for one in differences(then, now)] == [("a", 10), ("b", 999)]
