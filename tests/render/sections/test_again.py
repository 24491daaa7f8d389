"""How to get the same numbers again."""

from __future__ import annotations

import re

from analyzer.model.blocks import Table
from analyzer.render.sections.again import again
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(again)


def test_commands_name_the_very_commit():
    plain = [block for block in again.blocks(small()) if isinstance(block, Table)][1]
    assert ("Commits", "flask", f"`git rev-list --count {build.sha('flask')[:12]}`", "5,531") in plain.rows
    assert all(re.search(r"[0-9a-f]{12}", command) for _, _, command, _ in plain.rows)


def test_without_repositories_there_is_no_section():
    assert again.blocks(build.empty()) == ()
