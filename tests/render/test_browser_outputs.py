"""The list of reports and the page for e-mail in a real browser: nothing fetched, nothing that axe finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.export.headlines import headlines
from analyzer.model.format import Means
from analyzer.model.shelf import Entry
from analyzer.render.formats.summary import summary
from analyzer.render.index import render
from tests.render import build
from tests.render.test_browser import PHONE, WIDE, browser, visit

__all__ = ["browser", "visit"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def mail() -> str:
    made = summary.make(build.judged(build.comparison()), Means(Path()))
    assert isinstance(made, str)
    return made


def index() -> str:
    said = headlines(build.comparison(months=3, commits=3))
    return render(
        [Entry("a.html", said, (("a.2026-01-01-1234567.html", said),)), Entry("b.html", replace(said, title="B"))]
    )


PAGES = {"mail": mail, "index": index}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "light"), (WIDE, "dark"), (PHONE, "dark")])
def test_axe_finds_nothing(visit, name, size, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    one = visit(PAGES[name](), size, color_scheme=scheme, bypass_csp=True)
    found = axe.Axe().run(one.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_it_fits_a_phone_fetches_nothing_and_nothing_of_it_is_blocked(visit, name):
    one = visit(PAGES[name](), PHONE)
    assert one.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert one.heard == []
    assert [url for url in one.asked if not url.startswith("file:")] == []
