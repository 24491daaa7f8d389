"""Take the picture of a report that README shows: `python docs/screenshots.py REPORT.html docs/report.png`.

It needs playwright (of the test packages) and Debian's Chromium. The picture is the top of the page: what it compares,
what it says in one minute, and beside that two of its charts, as a reader of a wide screen sees them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZE = (1280, 1250)
CHARTS = ("comment_ratio", "ladder")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Only what is to be seen, without what only a person can use.
HIDDEN = """
  main > section, .index, .skip, .shelf, .before, .behind, .spans, .evidence, .meant, figcaption {
    display: none !important;
  }
  .card dt:nth-of-type(n+3), .card dd:nth-of-type(n+3) { display: none }
  .stage { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); gap: 3rem }
  .stage .findings li { font-size: 1.0625rem; padding-block: .62rem }
  .stage .charts { display: grid; gap: 1.5rem; align-content: start }
"""


def main() -> None:
    """Read the two paths and take the picture."""
    parser = argparse.ArgumentParser(description="Take the picture of a report that README shows.")
    parser.add_argument("report", type=Path)
    parser.add_argument("picture", type=Path)
    asked = parser.parse_args()
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        sys.exit("error: no Chromium on the path (Debian: apt install chromium)")
    take(browser, asked.report, asked.picture)
    sys.stdout.write(f"{asked.picture}: {asked.picture.stat().st_size:,} bytes\n")


def take(browser: str, report: Path, picture: Path) -> None:
    """Write the picture of a report."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = started.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, bypass_csp=True)
        page.goto(report.resolve().as_uri())
        for chart in CHARTS:
            page.locator(f"#chart-{chart}").scroll_into_view_if_needed()
            page.wait_for_selector(f"#chart-{chart} .lively .live svg")
        arrange(page)
        page.screenshot(path=picture)
        started.close()


def arrange(page: Page) -> None:
    """Bring the masthead, the findings and the charts together, so that one picture holds them."""
    page.add_style_tag(content=HIDDEN)
    page.evaluate(
        """charts => {
          const stage = document.createElement("div"), right = document.createElement("div");
          stage.className = "stage";
          right.className = "charts";
          for (const chart of charts) right.append(document.getElementById(`chart-${chart}`));
          stage.append(document.querySelector(".findings"), right);
          document.querySelector("main").prepend(stage);
          document.querySelector(".layout").style.display = "block";
          scrollTo(0, 0);
        }""",
        list(CHARTS),
    )
    # Charts are drawn anew for the room that they have now.
    for chart in CHARTS:
        page.wait_for_function(
            """chart => {
              const box = document.querySelector(`#chart-${chart} .plot`), drawn = box.querySelector(".live svg");
              return Math.abs(box.clientWidth - drawn.getBoundingClientRect().width) < 2;
            }""",
            arg=chart,
        )
    page.wait_for_timeout(300)


if __name__ == "__main__":
    main()
