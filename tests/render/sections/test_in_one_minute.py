"""The few sentences for a reader in a hurry."""

from __future__ import annotations

from analyzer.render.sections.in_one_minute import in_one_minute
from tests.render import build


def test_it_is_as_it_was(check_gold):
    check_gold(in_one_minute)


def test_without_findings_there_is_no_section():
    assert in_one_minute.blocks(build.comparison(findings=())) == ()
