"""The page for an e-mail."""

from __future__ import annotations

import re
from pathlib import Path

from analyzer.model.format import Means
from analyzer.render.clean import cleaned
from analyzer.render.formats.summary import summary
from tests.render import build
from tests.render.reading import read

LIMIT = 100_000


def text(comparison) -> str:
    return summary.make(cleaned(comparison), Means(Path()))


def test_it_is_whole_in_mail_programs_that_cut_at_100_kilobytes():
    names = [f"repository-{n}-{'x' * 60}" for n in range(12)]
    assert len(text(build.judged(build.comparison(names))).encode()) < LIMIT
    assert len(text(build.hostile()).encode()) < LIMIT


def test_it_holds_no_script_no_style_sheet_no_picture_and_fetches_nothing():
    found = read(text(build.judged(build.comparison())))
    assert not {"script", "style", "img", "svg", "link", "iframe"} & {element.tag for element in found.elements}
    for element in found.elements:
        assert not {"src", "href", "background", "class", "id"} & set(element.attributes)
        assert "url(" not in element.attributes.get("style", "")


def test_tables_of_figures_have_heads_and_those_for_layout_say_so():
    tables = read(text(build.judged(build.comparison()))).all("table")
    plain = [table for table in tables if table.attributes.get("role") != "presentation"]
    assert len(plain) == 1
    assert {head.attributes["scope"] for head in read(text(build.comparison())).all("th")} == {"row", "col"}


def test_findings_claims_and_figures_are_told():
    shown = text(build.judged(build.comparison()))
    assert "flask is" not in shown or "In one minute" in shown
    assert "was true" in shown
    assert "5,531" in shown
    assert "10,900" in shown
    assert "844" in shown


def test_bars_say_their_year_and_value_and_none_is_higher_than_the_row():
    shown = text(build.comparison(months=60))
    assert re.search(r'title="2025: [\d,]+"', shown)
    heights = [int(height) for height in re.findall(r"width:13px;height:(\d+)px", shown)]
    assert max(heights) == 40
    assert min(heights) > 0


def test_more_than_four_repositories_are_named_below():
    names = [f"repository-{n}" for n in range(6)]
    shown = text(build.comparison(names, months=14, commits=5))
    assert "Also compared, and in the report: repository-4, repository-5" in shown


def test_nothing_compared_is_a_heading_only():
    assert "Nothing yet" in text(build.empty())
    assert "Side by side" not in text(build.empty())
