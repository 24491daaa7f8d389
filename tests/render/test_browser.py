"""The page in a real browser: nothing fetched, nothing blocked, charts drawn and read, nothing that axe finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analyzer.model import wording
from tests.render import build
from tests.render.reading import data_of
from tests.render.test_page import CHARTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
WIDE, PHONE = (1280, 900), (390, 844)
SHOTS = Path(__file__).resolve().parents[1] / "actual" / "screenshots"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on the path")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


class Visit:
    """One page in one window, with all that the browser complained of or asked for."""

    def __init__(self, browser: Any, path: Path, size: tuple[int, int], at: str = "", **how: Any) -> None:
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **how)
        self.page = self.context.new_page()
        self.heard: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.heard.append(message.text))
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri() + at)

    def draw_all(self) -> int:
        """Scroll past every chart and wait until each is drawn; return how many there are."""
        charts = self.page.query_selector_all("figure[data-chart]")
        for chart in charts:
            chart.scroll_into_view_if_needed()
            chart.wait_for_selector(".lively .live svg")
        return len(charts)


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []

    def open_page(text: str, size: tuple[int, int] = WIDE, **how: Any) -> Visit:
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        visits.append(Visit(browser, path, size, **how))
        return visits[-1]

    yield open_page
    for one in visits:
        one.context.close()


def test_all_charts_are_drawn_nothing_is_blocked_and_nothing_is_fetched(visit, two):
    one = visit(two)
    assert one.draw_all() == CHARTS
    assert one.heard == []
    assert [url.rpartition("/")[2] for url in one.asked] == ["report.html"]


def test_names_that_attack_run_nothing(visit, hostile):
    one = visit(hostile)
    one.page.on("dialog", lambda dialog: one.heard.append(dialog.message))
    assert one.draw_all() > 0
    assert one.heard == []
    assert one.page.query_selector_all("img") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(visit, two, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # Axe is injected as a script, which the page's policy rightly refuses.
    one = visit(two, size, color_scheme=scheme, bypass_csp=True)
    one.draw_all()
    response = axe.Axe().run(one.page).response
    assert len(response["passes"]) > 20
    found = response["violations"]
    SHOTS.mkdir(parents=True, exist_ok=True)
    one.page.screenshot(path=SHOTS / f"two-{size[0]}-{scheme}.png", full_page=True)
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


@pytest.mark.parametrize("repositories", [1, 2, 12])
def test_the_page_is_never_wider_than_a_phone(visit, page, repositories):
    names = [f"repository-{number}" for number in range(repositories)]
    one = visit(page(build.comparison(names, months=14, commits=20)), PHONE)
    one.draw_all()
    assert one.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_without_script_pictures_stand_and_tables_open(visit, two):
    one = visit(two, java_script_enabled=False)
    assert len(one.page.query_selector_all(".still svg")) == CHARTS
    assert all(picture.is_visible() for picture in one.page.query_selector_all(".still svg"))
    one.page.click("#chart-commits .behind summary")
    assert one.page.is_visible("#chart-commits .behind table")


def test_the_cursor_names_the_commit_and_its_value(visit, two):
    one = visit(two)
    one.draw_all()
    one.page.focus("#chart-comment_ratio .plot")
    one.page.keyboard.press("End")
    lines = one.page.inner_text("#chart-comment_ratio .reading").split("\n")
    series = build.comparison().series["comment_ratio"]
    assert lines[0] == wording.day(series[1].times[-1])
    assert lines[2].split("\t") == ["django", f"{series[1].values[-1]:.2f} %", f"commit {series[1].shas[-1][:8]}"]
    one.page.keyboard.press("ArrowLeft")
    assert series[1].shas[-2][:8] in one.page.inner_text("#chart-comment_ratio .reading")


def test_the_pointer_reads_and_zooms_and_escape_shows_all_again(visit, two):
    one = visit(two)
    one.draw_all()
    plot = "#chart-commits .plot"
    one.page.locator(plot).scroll_into_view_if_needed()
    box = one.page.locator(plot).bounding_box()
    ticks = lambda: one.page.inner_text(f"{plot} .live")  # noqa: E731
    whole = ticks()
    one.page.mouse.move(box["x"] + 300, box["y"] + 100)
    assert "commits" in one.page.inner_text(f"{plot} .reading")
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + 420, box["y"] + 100)
    one.page.mouse.up()
    one.page.wait_for_function(
        "([plot, whole]) => document.querySelector(plot + ' .live').innerText !== whole", arg=[plot, whole]
    )
    one.page.focus(plot)
    one.page.keyboard.press("Escape")
    one.page.wait_for_function(
        "([plot, whole]) => document.querySelector(plot + ' .live').innerText === whole", arg=[plot, whole]
    )
    assert one.heard == []


def test_the_legend_hides_a_line(visit, two):
    one = visit(two)
    one.draw_all()
    button = one.page.locator("#chart-commits .legend button").nth(1)
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    one.page.focus("#chart-commits .plot")
    one.page.keyboard.press("Home")
    assert "flask" in one.page.inner_text("#chart-commits .reading")
    assert "django" not in one.page.inner_text("#chart-commits .reading")


def test_small_plots_of_many_are_read_as_one(visit, page):
    one = visit(page(build.comparison([f"r{number}" for number in range(5)], months=14, commits=20)))
    one.draw_all()
    one.page.focus("#chart-commits .plot")
    one.page.keyboard.press("Home")
    reading = one.page.inner_text("#chart-commits .reading")
    assert all(f"r{number}" in reading for number in range(5))
    assert one.page.locator("#chart-commits .rule:visible").count() == 5
    one.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    one.page.wait_for_function("document.documentElement.scrollWidth === innerWidth")
    assert one.heard == []


def test_marks_are_read_by_keys_and_pointer(visit, two):
    one = visit(two)
    one.draw_all()
    plot = "#chart-ladder .plot"
    one.page.focus(plot)
    one.page.keyboard.press("Home")
    assert one.page.inner_text(f"{plot} .reading").split("\n")[0] == "Openhub"
    one.page.keyboard.press("Escape")
    assert not one.page.is_visible(f"{plot} .reading")
    one.page.locator("#chart-folders-1 .plot").scroll_into_view_if_needed()
    box = one.page.locator("#chart-folders-1 .plot").bounding_box()
    one.page.mouse.move(box["x"] + 20, box["y"] + 40)
    assert "src/app/" in one.page.inner_text("#chart-folders-1 .reading")
    assert one.heard == []


def test_small_plots_of_marks_are_read_by_keys_and_fit_a_phone(visit, page):
    names = [f"r{number}" for number in range(5)]
    one = visit(page(build.judged(build.comparison(names, months=14, commits=20))))
    one.draw_all()
    plot = "#chart-yearly-changes .plot"
    one.page.focus(plot)
    read = set()
    one.page.keyboard.press("Home")
    for _ in range(15):
        read.add(one.page.inner_text(f"{plot} .reading").split("\n")[1].strip())
        one.page.keyboard.press("ArrowRight")
    assert read == set(names)
    assert one.page.query_selector("#chart-yearly-changes .legend") is None
    wide = one.page.locator(f"{plot} .live svg").bounding_box()
    one.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    one.page.wait_for_function("document.documentElement.scrollWidth === innerWidth")
    one.page.wait_for_function(
        "([plot, high]) => document.querySelector(plot + ' .live svg').getBoundingClientRect().height > high",
        arg=[plot, wide["height"]],
    )
    one.page.focus(plot)
    one.page.keyboard.press("End")
    assert one.page.locator(f"{plot} .framed").bounding_box()["x"] < PHONE[0]
    # Each row of plots has its axis beside it, and only the lowest row those below.
    for chart, beside in (("yearly-changes", 5), ("comment_ratio", 5), ("commits", 0)):
        live = f"#chart-{chart} .live svg"
        assert one.page.locator(f"{live} .role-row-header > g").count() == beside
        assert one.page.locator(f"{live} .role-column-footer > g").count() == 1
    assert one.heard == []


def test_print_has_footnotes_and_pictures_and_no_controls(visit, two):
    one = visit(two)
    one.draw_all()
    one.page.emulate_media(media="print")
    assert all(picture.is_visible() for picture in one.page.query_selector_all(".still svg"))
    assert one.page.locator(".live svg:visible, .spans:visible, .behind:visible, .meant:visible").count() == 0
    notes = one.page.locator(".ref:visible")
    assert notes.count() > 10
    assert one.page.locator(".footnote:visible").count() > 0


def test_without_decompression_pictures_stand(visit, two):
    one = visit(two.replace('"DecompressionStream" in window', '"NoStream" in window'), bypass_csp=True)
    assert all(picture.is_visible() for picture in one.page.query_selector_all(".still svg"))


def test_a_library_that_was_changed_does_not_run(visit, two):
    data = data_of(two)["library"]
    other = "sha256-" + "A" * 43 + "="
    one = visit(two.replace(data, other, 1))
    one.page.locator("#chart-commits").scroll_into_view_if_needed()
    one.page.wait_for_timeout(500)
    assert any("Content Security Policy" in text for text in one.heard)
    assert one.page.query_selector(".lively") is None


def test_a_table_is_sorted_by_keyboard(visit, two):
    one = visit(two)
    one.page.click("#chart-commits .behind summary")
    one.page.locator("#chart-commits th button").nth(1).focus()
    column = "rows => rows.map(row => Number(row.cells[1].textContent.trim().replace(',', '')))"
    for expected, reverse in (("ascending", False), ("descending", True)):
        one.page.keyboard.press("Enter")
        values = one.page.eval_on_selector_all("#chart-commits tbody tr", column)
        assert values == sorted(values, reverse=reverse)
        assert one.page.locator("#chart-commits th").nth(1).get_attribute("aria-sort") == expected


def test_a_link_to_a_figure_opens_how_it_is_counted(visit, two):
    one = visit(two)
    one.page.click(".findings a >> nth=0")
    assert one.page.locator("#row-lines details").get_attribute("open") is not None


def test_a_link_into_the_page_lands_where_it_leads_though_charts_above_change_their_height(visit, two):
    one = visit(two, PHONE, at="#people")
    one.page.wait_for_selector("#people figure .lively .live svg")
    one.page.wait_for_timeout(500)
    assert 0 <= one.page.evaluate("document.getElementById('people').getBoundingClientRect().top") < 40


def test_a_history_of_34_500_commits_is_drawn(visit, page):
    one = visit(page(build.large()))
    figure = one.page.locator("#chart-comment_ratio")
    figure.scroll_into_view_if_needed()
    one.page.wait_for_selector("#chart-comment_ratio .lively .live svg")
    assert one.heard == []
