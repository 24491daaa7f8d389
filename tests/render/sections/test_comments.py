"""How the code is commented."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.comparison import Series
from analyzer.render.sections.comments import comments
from tests.render import build
from tests.render.sections.conftest import small

DAY = 86_400


def of(line: Series):
    (chart,) = comments.blocks(replace(small(), series={"comment_ratio": (line,)}, places={}, claims=()))
    return chart


def test_it_is_as_it_was(check_gold):
    check_gold(comments)


def test_every_commit_that_moved_it_is_there_with_its_name_and_so_is_the_last():
    names = "abcd"
    line = Series("flask", (60, 120, 180, 240), (1.0, 1.004, 2.0, 2.0), shas=tuple(map(build.sha, names)))
    points = of(line).spec["datasets"]["points"]
    assert [row["commit"] for row in points] == [build.sha(name)[:8] for name in "acd"]
    assert [row["value"] for row in points] == [1.0, 2.0, 2.0]


def test_a_clock_that_goes_back_does_not_turn_the_line():
    line = Series("flask", (600, 60, 1200), (1.0, 2.0, 3.0), shas=(build.sha("a"),) * 3)
    assert [row["time"] for row in of(line).spec["datasets"]["points"]] == [600_000, 600_000, 1_200_000]


def test_the_caption_says_where_it_stood_five_years_before():
    line = Series("flask", (0, 3000 * DAY), (30.0, 25.24), shas=(build.sha("a"), build.sha("b")))
    assert of(line).caption.endswith("flask is at 25.2 %, five years before at 30.0 %.")


def test_a_young_history_has_no_five_years_before():
    line = Series("flask", (0, 300 * DAY), (30.0, 25.24), shas=(build.sha("a"), build.sha("b")))
    assert of(line).caption.endswith("flask is at 25.2 %.")


def test_without_ratios_there_is_no_section():
    assert comments.blocks(build.empty()) == ()


def test_major_releases_and_claimed_values_are_marked_and_told():
    chart = comments.blocks(small())[0]
    marked = chart.spec["datasets"]
    assert [row["label"] for row in marked["levels"]] == ["2.0", "2.0"]
    assert [row["claim"] for row in marked["claimed"]] == [25, 24]
    assert "major releases" in chart.caption
    assert "claimed values" in chart.caption


def test_a_claim_under_another_definition_is_not_drawn():
    known = small()
    claims = tuple(replace(one, claim=replace(one.claim, definition="cloc")) for one in known.claims)
    assert "claimed" not in comments.blocks(replace(known, claims=claims))[0].spec["datasets"]
