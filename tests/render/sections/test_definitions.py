"""How each figure is counted."""

from __future__ import annotations

from dataclasses import replace

from analyzer.render.sections.definitions import definitions
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(definitions)


def test_windows_of_one_metric_share_one_explanation():
    rows = tuple(replace(row, explanation="Counted.") for row in small().rows if row.metric == "commits")
    _, table = definitions.blocks(replace(small(), rows=rows))
    assert table.rows == (("Commits\nCommits\nCommits", "Counted."),)


def test_a_short_command_for_git_alone_stands_below_and_a_long_one_does_not():
    plain = dict(
        zip(("commits", "commits-12m", "commits-30d"), ("git rev-list --count $C", "x" * 400, ""), strict=True)
    )
    rows = tuple(
        replace(row, explanation="Counted.", plain=plain[row.slug]) for row in small().rows if row.metric == "commits"
    )
    _, table = definitions.blocks(replace(small(), rows=rows))
    assert table.rows[0][1] == "Counted.\nWith git alone, Commits: `git rev-list --count $C`"
    _, table = definitions.blocks(replace(small(), rows=rows[1:]))
    assert table.rows[0][1] == "Counted."


def test_without_explanations_there_is_no_section():
    assert definitions.blocks(build.empty()) == ()
