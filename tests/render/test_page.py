"""The page: well-formed, closed to the network, the same for the same comparison, and safe with any names."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from analyzer.model.blocks import Prose, section
from analyzer.render.page import Part, anchors, compose, sections
from tests import gold
from tests.render import build
from tests.render.reading import data_of, read, skeleton

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 1_500_000
CHARTS = 15
"""On the page of two repositories."""


def pages():
    return {
        "two": lambda: build.judged(build.comparison(months=14, commits=4)),
        "empty": build.empty,
        "hostile": build.hostile,
    }


@pytest.mark.parametrize("name", pages())
def test_the_page_is_as_it_was(name, page, request):
    text = skeleton(page(pages()[name]()))
    gold.compare(text, f"pages/{name}.html", update=request.config.getoption("--update-gold"))


@pytest.mark.parametrize("repositories", [0, 1, 2, 12])
def test_every_element_is_closed_and_every_id_is_one_element(page, repositories):
    names = [f"repo-{number}" for number in range(repositories)]
    comparison = build.comparison(names, months=3, commits=3) if names else build.empty()
    ids = [element.attributes["id"] for element in read(page(comparison)).elements if "id" in element.attributes]
    assert sorted(ids) == sorted(set(ids))


def test_links_within_the_page_lead_somewhere(two):
    found = read(two)
    ids = {element.attributes.get("id") for element in found.elements}
    links = [element.attributes["href"] for element in found.all("a")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert "#row-lines" in links


def test_a_finding_without_evidence_on_the_page_has_no_link(two):
    assert re.search(r"<li>Nothing on the page shows this\.</li>", two)


def test_rows_win_over_charts_of_the_same_slug():
    comparison = build.comparison(months=3, commits=3)
    found = anchors([Part(each, each.blocks(comparison)) for each in sections()])
    assert (found["commits"], found["comment_ratio"], found["people"]) == (
        "row-commits",
        "chart-comment_ratio",
        "people",
    )


def test_there_is_one_main_heading_and_none_is_skipped(two):
    levels = [int(element.tag[1]) for element in read(two).elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_their_heads_a_scope(two):
    found = read(two)
    assert len(found.all("caption")) == len(found.all("table")) > 5
    assert all("scope" in head.attributes for head in found.all("th"))


def test_every_chart_has_a_picture_a_caption_and_a_table(two):
    found = read(two)
    charts = [each for each in found.all("figure") if "data-chart" in each.attributes]
    assert len(charts) == len(found.all("figcaption")) == len(data_of(two)["charts"]) == CHARTS
    assert len(re.findall(r'class="still" role="img" aria-label="[^"]+"><svg', two)) == CHARTS
    assert len(re.findall(r'<details class="behind">', two)) == CHARTS


def test_sections_come_in_their_order_and_the_index_names_them_all(two):
    found = read(two)
    names = [each.attributes["id"] for each in found.all("section")]
    assert names == [each.name for each in sections()]
    assert names[:3] == ["what_changed", "in_one_minute", "claims"]
    assert [f"#{name}" for name in names] == [
        each.attributes["href"] for each in found.all("a") if "nav" in each.around
    ]


# --- Closed to the network ---


def test_the_policy_allows_exactly_the_script_and_the_style_that_are_there(two):
    (policy,) = [each.attributes["content"] for each in read(two).all("meta") if "http-equiv" in each.attributes]
    (script,) = re.findall(r"<script>(.*?)</script>", two, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", two, re.DOTALL)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'sha256-{digest(script)}' '{data_of(two)['library']}'"
    assert rules["style-src"] == f"'sha256-{digest(style)}'"


def digest(text: str) -> str:
    # Browsers hash what the parser made of it: line ends become line feeds first.
    return base64.b64encode(hashlib.sha256(text.replace("\r\n", "\n").encode()).digest()).decode()


def test_nothing_is_fetched_from_anywhere(two):
    for element in read(two).elements:
        assert not {"src", "srcset", "action", "data", "poster"} & set(element.attributes)
        assert element.tag not in {"link", "base", "iframe", "object", "embed", "img"}
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]


def test_the_page_refers_to_no_outside_host_but_the_repositories(two):
    hosts = set(re.findall(r"https?://([\w.-]+)", re.sub(r"<script>.*?</script>", "", two, flags=re.DOTALL)))
    assert hosts <= {"example.org", "www.w3.org"}
    assert not re.search(r"url\((?!#)", skeleton(two))


# --- The same for the same ---


def test_the_same_comparison_gives_the_same_page(page, two):
    assert page(build.judged(build.comparison())) == two


@pytest.mark.slow
def test_the_page_is_the_same_in_other_processes_and_with_an_empty_scratch(two, tmp_path):
    code = (
        "import hashlib, pathlib, sys; from analyzer.render.page import render; from tests.render import build;"
        "text = render(build.judged(build.comparison()), scratch=pathlib.Path(sys.argv[1]));"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        run = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
        assert run.stdout.strip() == hashlib.sha256(two.encode()).hexdigest()


# --- Any names ---


def test_names_that_attack_stay_text(hostile):
    found = read(hostile)
    assert found.all("img") == []
    assert len(found.all("script")) == 3
    assert not [each for each in found.elements if any(name.startswith("on") for name in each.attributes)]
    assert [each for each in found.all("h2") if each.text == build.HOSTILE]


def test_templates_in_names_are_not_run(hostile):
    assert "${{7*7}} {{ 7*7 }}" in hostile
    assert "49" not in [each.text for each in read(hostile).all("h2")]


def test_only_addresses_of_the_web_become_links(hostile):
    assert not [each for each in read(hostile).all("a") if not each.attributes["href"].startswith("#")]


def test_no_control_character_and_no_direction_mark_reaches_the_page(hostile):
    own = re.sub(r"<script>.*?</script>", "", hostile, flags=re.DOTALL)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", own)
    assert "\\u001b" not in own
    assert "\\u202e" not in own


def test_a_name_that_is_no_unicode_can_be_written(page):
    assert page(build.comparison(["caf\udce9"], months=2, commits=2)).encode("utf-8")


def test_data_closes_no_element(hostile):
    (data,) = re.findall(r'id="data">(.*?)</script>', hostile, re.DOTALL)
    assert re.fullmatch("[A-Za-z0-9+/=]+", data)
    assert build.HOSTILE in str(data_of(hostile))


# --- Size ---


@pytest.mark.slow
def test_a_page_of_two_large_repositories_is_under_a_megabyte_and_a_half(page):
    text = page(build.large())
    points = data_of(text)["charts"]["comment_ratio"]["tables"]["points"]
    assert points["rows"] > 10_000
    assert len(text.encode()) < LIMIT


def test_without_charts_there_is_no_chart_library(page):
    assert len(page(build.empty()).encode()) < 60_000


def test_a_section_made_elsewhere_is_set_like_any_other(scratch):
    @section(title="Mine <b>", order=1)
    def mine(_):
        yield Prose("Call `git log` & see <i>.")

    text = compose(build.empty(), [mine], scratch=scratch)
    assert "Mine &lt;b&gt;" in text
    assert "Call <code>git log</code> &amp; see &lt;i&gt;." in text


def test_an_incomplete_history_is_marked_at_its_name(page):
    comparison = build.comparison(months=2, commits=2)
    floored = replace(comparison, columns=tuple(replace(column, floor=True) for column in comparison.columns))
    assert page(floored).count('class="floor"') == 2
