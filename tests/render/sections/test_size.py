"""How large the repositories are, and in what languages."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Chart
from analyzer.model.comparison import Comparison, Series
from analyzer.render.sections.size import size
from tests.render import build
from tests.render.sections.conftest import small

MONTHS = tuple(build.month_starts(3))


def of(*lines: tuple[str, str, tuple[int, int, int]]) -> Comparison:
    names = list(dict.fromkeys(name for name, _, _ in lines))
    series = tuple(Series(name, MONTHS, values, group=language) for name, language, values in lines)
    return replace(build.comparison(names, months=3), series={"languages": series})


def charts(comparison: Comparison) -> list[Chart]:
    return [block for block in size.blocks(comparison) if isinstance(block, Chart)]


def test_it_is_as_it_was(check_gold):
    check_gold(size)


def test_lines_of_all_languages_are_summed_for_the_whole():
    (whole, *_) = charts(of(("a", "C", (1, 2, 3)), ("a", "Go", (0, 10, 20))))
    assert [row["value"] for row in whole.spec["datasets"]["points"]] == [1, 12, 23]


def test_the_caption_says_how_many_times_as_many():
    (whole, *_) = charts(of(("small", "C", (1, 1, 100)), ("large", "C", (1, 1, 400))))
    assert whole.caption.startswith("large has 400 lines of code, four times as many as small with 100;")


def test_one_repository_is_compared_with_nothing():
    assert charts(of(("a", "C", (1, 2, 3))))[0].caption == "a has 3 lines of code."


def test_a_repository_without_code_now_divides_nothing():
    whole, _, empty = charts(of(("a", "C", (1, 2, 3)), ("b", "C", (1, 1, 0))))
    assert whole.caption == "Lines of code: a 3 and b 0."
    assert empty.caption == "b has no lines of code now."


def test_languages_beyond_the_sixth_are_summed_up_last():
    lines = [("a", name, (0, 0, 100 - place)) for place, name in enumerate("CDEFGHI")]
    _, languages = charts(of(*lines, ("a", "Other", (0, 0, 500))))
    assert languages.spec["usermeta"]["order"] == ["C", "D", "E", "F", "G", "Other"]
    assert languages.data.rows[0][-1] == f"{95 + 94 + 500}"


def test_six_languages_are_all_named():
    _, languages = charts(of(*(("a", name, (0, 0, 100 - place)) for place, name in enumerate("CDEFGH"))))
    assert languages.spec["usermeta"]["order"] == list("CDEFGH")


def test_each_repository_keeps_its_place_among_the_colours():
    comparison = replace(small(), series={"languages": small().series["languages"][-1:]})
    _, languages = charts(comparison)
    assert (languages.slug, languages.spec["usermeta"]["place"]) == ("languages-2", 1)


def test_without_lines_there_is_no_section():
    assert size.blocks(build.empty()) == ()
