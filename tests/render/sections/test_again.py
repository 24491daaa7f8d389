"""How to get the same numbers again."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Prose
from analyzer.render.sections.again import again
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(again)


def test_git_alone_is_told_of_where_a_figure_has_a_command():
    def said(comparison):
        return " ".join(block.text for block in again.blocks(comparison) if isinstance(block, Prose))

    assert "With git alone" not in said(replace(small(), rows=tuple(replace(row, plain="") for row in small().rows)))
    rows = tuple(replace(row, plain="git rev-list --count $C") for row in small().rows)
    assert "set `C` to the commit" in said(replace(small(), rows=rows))


def test_without_repositories_there_is_no_section():
    assert again.blocks(build.empty()) == ()
