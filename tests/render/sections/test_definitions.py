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


def test_without_explanations_there_is_no_section():
    assert definitions.blocks(build.empty()) == ()
