"""`diptych badge`."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

NAME = "{http://www.w3.org/2000/svg}title"


def said(svg: str) -> str | None:
    return ElementTree.fromstring(svg).findtext(NAME)


@pytest.mark.parametrize(
    ("value", "shown"), [(25.154, "25.2 %"), (np.float64(25.154), "25.2 %"), (float("nan"), "–"), (None, "–")]
)
def test_it_shows_the_figure_of_one_repository(configured, pipeline, diptych, value, shown):
    pipeline.rows = [{"repository": "flask", "value": value}]
    ran = diptych("badge", "comment_ratio", "--repository", "flask")
    assert (ran.code, said(ran.out)) == (0, f"Comments: {shown}")
    assert pipeline.asked[-1][1]["names"] == ["flask"]


def test_a_window_is_part_of_the_label_and_words_of_ones_own_replace_it(configured, pipeline, diptych):
    pipeline.rows = [{"value": 89}]
    assert said(diptych("badge", "commits", "-r", "flask", "--window", "12m").out) == "Commits (12 months): 89"
    assert said(diptych("badge", "commits", "-r", "flask", "--label", "a <year>").out) == "a <year>: 89"


def test_it_goes_to_a_file(configured, pipeline, diptych):
    pipeline.rows = [{"value": 89}]
    ran = diptych("badge", "commits", "-r", "flask", "-o", "badges/a.svg")
    assert ran.out == f"Written: {configured / 'badges/a.svg'}\n"
    assert said((configured / "badges/a.svg").read_text(encoding="utf-8")) == "Commits: 89"


def test_a_repository_without_that_moment_has_a_dash(configured, pipeline, diptych):
    assert said(diptych("badge", "commits", "-r", "flask", "--as-of", "1999-01-01").out) == "Commits: –"


def test_two_repositories_need_a_name(configured, pipeline, diptych):
    ran = diptych("badge", "commits")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "error: a badge shows one repository",
        "hint: name it with --repository: flask, django",
    ]


def test_names_that_are_none_are_refused_with_near_ones(configured, pipeline, diptych):
    assert "did you mean commits" in diptych("badge", "comits", "-r", "flask").err
    assert "did you mean flask" in diptych("badge", "commits", "-r", "flsk").err
    assert diptych("badge", "licence", "-r", "flask", "--window", "12m").code == 2


def test_people_are_told_apart_as_in_the_report_unless_told_otherwise(configured, pipeline, diptych):
    assert diptych("badge", "commits", "-r", "flask").code == 0
    assert pipeline.asked[-1][1]["identity"] == "openhub"
    assert diptych("badge", "commits", "-r", "flask", "--identity", "folded").code == 0
    assert pipeline.asked[-1][1]["identity"] == "folded"
    assert diptych("badge", "licence", "-r", "flask", "--identity", "folded").code == 2
