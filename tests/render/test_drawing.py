"""Pictures without script, and the script's library."""

from __future__ import annotations

import os

import pytest

from analyzer.errors import RenderError
from analyzer.render import drawing
from analyzer.render.line_chart import line_chart
from tests.render import build


def chart(*names: str):
    points = [{"repository": name, "time": time * 1000, "value": time * 1.0} for name in names for time in range(5)]
    return line_chart(names, points, unit="lines")


def test_a_picture_is_an_svg_with_colours_of_the_style_sheet(scratch):
    svg = drawing.picture("one", chart("a", "b"), scratch)
    assert svg.startswith('<svg viewBox="0 0 926 340" aria-hidden="true">')
    assert "var(--r2)" in svg


def test_pictures_on_one_page_share_no_id(scratch):
    first, second = (drawing.picture(slug, chart("a"), scratch) for slug in ("one", "two"))
    assert 'id="one-clip' in first
    assert "url(#one-clip" in first
    assert 'id="two-clip' in second


def test_what_was_drawn_before_leaves_no_trace(tmp_path):
    drawing.picture("one", chart("a"), tmp_path / "first")
    drawing.picture("two", chart("b"), tmp_path / "first")
    again = drawing.picture("one", chart("a"), tmp_path / "second")
    assert again == drawing.picture("one", chart("a"), tmp_path / "first")


def test_a_picture_is_drawn_once(scratch, monkeypatch):
    import vl_convert

    first = drawing.picture("once", chart("a"), scratch)
    monkeypatch.delattr(vl_convert, "vegalite_to_svg")
    assert drawing.picture("once", chart("a"), scratch) == first


def test_a_name_that_attacks_is_no_markup_in_a_picture(scratch):
    svg = drawing.picture("hostile", chart(build.HOSTILE, "b"), scratch)
    assert "<img" not in svg
    assert "aria-label" not in svg  # the names of lines, which the page has in its table


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>1</script></svg>",
        '<svg><g onload="alert(1)"/></svg>',
        '<svg><g style="fill:red"/></svg>',
        '<svg><image href="x"/></svg>',
        "<svg><g></svg>",
    ],
)
def test_a_kept_picture_that_somebody_changed_does_not_reach_the_page(tmp_path, svg):
    drawing.picture("one", chart("a"), tmp_path)
    (kept,) = (tmp_path / "pictures").glob("*.svg")
    kept.write_text(svg)
    with pytest.raises(RenderError):
        drawing.picture("one", chart("a"), tmp_path)


def test_a_spec_that_cannot_be_drawn_is_an_error_of_ours(tmp_path):
    broken = {**chart("a"), "layer": "no layers"}
    with pytest.raises(RenderError, match="could not draw the chart broken"):
        drawing.picture("broken", broken, tmp_path)
    assert not (tmp_path / "pictures").exists()


def test_old_pictures_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(drawing, "_KEPT", 2)
    folder = tmp_path / "pictures"
    folder.mkdir()
    for age in range(3):
        (folder / f"old{age}.svg").write_text("<svg/>")
        os.utime(folder / f"old{age}.svg", (age, age))
    drawing.picture("new", chart("a"), tmp_path)
    assert {path.name for path in folder.iterdir()} >= {"old2.svg"}
    assert len(list(folder.iterdir())) == 2


def test_what_vega_runs_has_the_charts_data_sets_but_no_rows(scratch):
    spec = drawing.compiled(chart("a", "b"), scratch)
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega/")
    assert {"points", "ends"} <= {each["name"] for each in spec["data"]}
    assert not [each for each in spec["data"] if each.get("values")]


def test_a_chart_is_compiled_once(scratch, monkeypatch):
    import vl_convert

    first = drawing.compiled(chart("c"), scratch)
    monkeypatch.delattr(vl_convert, "vegalite_to_vega")
    assert drawing.compiled(chart("c"), scratch) == first
