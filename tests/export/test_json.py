"""The comparison as JSON."""

from __future__ import annotations

from pathlib import Path

from analyzer.export.comparison_json import loads
from analyzer.export.formats.json import json
from analyzer.model.format import Means
from tests.render import build


def test_a_later_program_reads_back_what_was_compared():
    made = build.judged(build.comparison(months=3, commits=3))
    assert loads(json.make(made, Means(Path()))) == made


def test_names_that_attack_are_kept_as_they_are_in_plain_ascii():
    text = json.make(build.hostile(), Means(Path()))
    assert text.isascii()
    assert "\x1b" not in text
    assert loads(text).columns[1].name == build.ESCAPE
