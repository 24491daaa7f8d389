"""Why the comment ratio is no longer what it was."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Prose, Table
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit
from analyzer.render.page import render
from analyzer.render.sections.why_changed import why_changed
from tests import gold
from tests.render import build
from tests.render.sections.conftest import as_json, small

YEAR = 31_556_952


def folder(name: str, points: float, above: int, below: int) -> RatioPart:
    return RatioPart(name, points, above, below)


def commit(name: str, points: float, above: int, below: int, title: str) -> RatioPart:
    return RatioPart(build.sha(name), points, above, below, title, build.END - YEAR)


def change(**fields: object) -> RatioChange:
    """Return a fall from 25 % (1,000 of 4,000 lines) to 20 % (1,000 of 5,000)."""
    made = RatioChange(
        "flask",
        "comment_ratio",
        "openhub",
        RatioEnd(build.sha("start"), build.END - 10 * YEAR, 1_000, 4_000),
        RatioEnd(build.sha("flask"), build.END, 1_000, 5_000),
        -5.0,
        {
            "folder": RatioSplit(
                (folder("tests/", -6.0, 100, 1_300), folder("src/flask/", 1.5, -50, -250)),
                3,
                folder("", -0.5, -50, -50),
            ),
            "file": RatioSplit((folder("tests/test_app.py", -5.0, 0, 1_000),)),
            "commit": RatioSplit((commit("one", -5.5, 0, 1_100, "Add tests"),), 41, folder("", 0.5, 0, -100)),
        },
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def blocks(*changes: RatioChange):
    return why_changed.blocks(replace(small(), changes=changes))


def test_it_is_as_it_was(request):
    text = as_json(blocks(change()))
    gold.compare(text, "sections/why_changed.json", update=request.config.getoption("--update-gold"))


def test_each_repository_has_a_sentence_that_names_what_moved_it_most_and_a_table():
    _, told, table, other, _ = blocks(change(), change(repository="django"))
    assert isinstance(told, Prose)
    assert isinstance(table, Table)
    assert told.text.startswith("The comment ratio of flask fell from 25.00 %")
    assert "The folder that moved it most is tests/ (−6.00 points)" in told.text
    assert f"the commit that did is {build.sha('one')[:10]} of 18 June 2025 (“Add tests”), −5.50 points." in told.text
    assert other.text.startswith("The comment ratio of django fell")
    assert [title for title, _ in table.groups] == ["Folders", "Files", "Commits of the trunk", "Together"]
    assert sum(size for _, size in table.groups) == len(table.rows)
    assert table.rows[-1] == ("The whole", "−5.000", "0", "+1,000")


def test_figures_of_each_split_sum_to_the_whole():
    third = -5 / 3
    parts = tuple(folder(f"{name}/", third, 0, 0) for name in "abc")
    *_, table = blocks(change(splits={**change().splits, "folder": RatioSplit(parts)}))
    shown = [row[1] for row in table.rows[:3]]
    assert shown == ["−1.666", "−1.667", "−1.667"]


def test_what_a_repository_wrote_stays_text_on_the_page(tmp_path):
    parts = RatioSplit((commit("one", -5.0, 0, 0, build.HOSTILE),))
    hostile = change(
        splits={"folder": RatioSplit((folder(build.HOSTILE, -5.0, 0, 0),)), "file": parts, "commit": parts}
    )
    page = render(replace(build.empty(), changes=(hostile,)), scratch=tmp_path)
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page


def test_without_changes_there_is_no_section():
    assert why_changed.blocks(small()) == ()
