"""The list of reports as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

from analyzer.export.headlines import headlines
from analyzer.model.shelf import Entry
from analyzer.render.index import is_ours, render
from tests import gold
from tests.render import build
from tests.render.reading import read


def entry(file="flask-vs-django.html", earlier=(), **changes) -> Entry:
    return Entry(file, replace(headlines(build.comparison(months=3, commits=3)), **changes), earlier)


def test_it_is_as_it_was(request):
    past = entry(end=build.END - 40 * build.DAY).said
    page = render([entry(earlier=(("flask-vs-django.2026-05-09-1234567.html", past),)), entry("other.html", title="B")])
    style = re.compile("<style>.*?</style>", re.DOTALL)
    text = re.sub("sha256-[^']+", "sha256-HASH", style.sub("<style></style>", page))
    gold.compare(text, "pages/index.html", update=request.config.getoption("--update-gold"))


def test_every_report_is_a_link_with_its_date_and_figures():
    found = read(render([entry(), entry("b.html", title="B")]))
    assert [link.attributes["href"] for link in found.all("a")] == ["flask-vs-django.html", "b.html"]
    assert [time.attributes["datetime"] for time in found.all("time")] == ["2026-06-18", "2026-06-18"]
    assert len(found.all("table")) == len(found.all("caption")) == 2
    assert "5,531" in render([entry()])


def test_names_of_files_are_no_markup_and_no_address_of_elsewhere():
    for file in ('"><script>alert(1)</script>.html', "javascript:alert(1).html", "a#b?c%d.html", "//evil.example.html"):
        page = render([entry(file)])
        (link,) = read(page).all("a")
        assert not re.search(r"[#?\"<>]|^\w+:", link.attributes["href"])
        assert "<script" not in page
    assert read(render([entry("a#b?c%d.html")])).all("a")[0].attributes["href"] == "a%23b%3Fc%25d.html"


def test_what_a_report_says_of_itself_stays_text():
    said = headlines(build.hostile())
    poisoned = replace(said, title=build.HOSTILE + build.ESCAPE + "\ud800", version=build.HOSTILE)
    page = render([Entry("a.html", poisoned)])
    assert "<img" not in page
    assert "\x1b" not in page
    assert page.encode("utf-8")


def test_there_is_no_script_and_the_policy_allows_only_the_style():
    page = render([entry()])
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert not read(page).all("script")
    (policy,) = [one.attributes["content"] for one in read(page).all("meta") if "http-equiv" in one.attributes]
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]


def test_it_knows_its_own_kind_and_no_other(two):
    assert is_ours(render([]))
    assert not is_ours(two)
    assert not is_ours("<!doctype html><title>Mine</title>")
    assert not is_ours(f'<!doctype html>{" " * 500}<html lang="en" data-diptych="index">')
