"""A folder of reports."""

from __future__ import annotations

from dataclasses import replace

from analyzer.export.headlines import headlines
from analyzer.model.comparison import Member
from analyzer.model.shelf import age, commits, current_name, dated_name, earlier_than, entries
from tests.render import build

NOW = headlines(build.comparison(months=2, commits=2))


def back(days: int):
    """Return what the report of so many days ago said."""
    one = replace(NOW.repositories[0], sha=f"{days:040x}", time=NOW.repositories[0].time - days * build.DAY)
    return replace(NOW, end=NOW.end - days * build.DAY, repositories=(one, *NOW.repositories[1:]))


def test_a_dated_name_tells_date_and_commits_and_leads_back():
    name = dated_name("flask-vs-django.html", NOW)
    assert name.startswith("flask-vs-django.2026-06-18-")
    assert current_name(name) == "flask-vs-django.html"
    assert dated_name("a.html", NOW) == dated_name("a.html", replace(NOW, title="other", version="9"))
    assert dated_name("a.html", NOW) != dated_name("a.html", replace(back(1), end=NOW.end))


def test_other_names_are_no_dated_ones():
    for name in ("a.html", "a.2026-06-18.html", "2026-06-18-abcdefa.html", "a.2026-06-18-ABCDEFA.html"):
        assert current_name(name) == name


def test_a_report_of_the_same_commits_is_the_same_report():
    assert commits(NOW) == commits(replace(NOW, title="x", end=1))
    assert commits(NOW) != commits(back(1))


def test_an_older_head_of_any_repository_makes_a_report_older():
    one = back(3)
    assert age(replace(one, end=NOW.end)) < age(NOW)
    assert age(one) < age(back(2))


def test_the_ones_before_are_the_dated_ones_of_the_name_that_are_older_newest_first():
    past = {dated_name("a.html", back(days)): back(days) for days in (30, 10, 20)}
    there = {**past, "a.html": NOW, dated_name("b.html", back(5)): back(5), "c.html": back(5)}
    assert [said for _, said in earlier_than("a.html", NOW, there)] == [back(10), back(20), back(30)]
    assert [said for _, said in earlier_than("a.html", back(20), there)] == [back(30)]
    assert earlier_than("a.html", back(30), there) == []


def test_an_index_lists_reports_by_date_with_their_earlier_ones_below():
    there = {"b.html": back(3), "a.html": NOW, dated_name("a.html", back(9)): back(9), dated_name("a.html", NOW): NOW}
    found = entries(there)
    assert [entry.file for entry in found] == ["a.html", "b.html"]
    assert [said for _, said in found[0].earlier] == [back(9)]
    assert found[1].earlier == ()


def test_dated_reports_whose_newest_is_gone_stand_for_themselves():
    there = {dated_name("a.html", back(days)): back(days) for days in (1, 2)}
    (entry,) = entries(there)
    assert entry.said == back(1)
    assert [said for _, said in entry.earlier] == [back(2)]


def test_states_of_a_project_are_told_apart_by_the_commits_of_its_repositories():
    def project(sha: str):
        column = build.comparison(months=2, commits=2).columns[0]
        member = Member("one", "https://example.org/one", "main", sha, column.time)
        made = build.comparison(months=2, commits=2)
        whole = replace(column, name="both", location="", branch="", sha="", members=(member,))
        return headlines(replace(made, columns=(whole, *made.columns[1:])))

    assert commits(project("a" * 40)) != commits(project("b" * 40))
    assert dated_name("a.html", project("a" * 40)) != dated_name("a.html", project("b" * 40))
    assert project("a" * 40).repositories[0].sha == ""
