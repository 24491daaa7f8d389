"""Strangers' text made harmless."""

from __future__ import annotations

import pytest

from analyzer.model.comparison import Series
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.render.clean import clean_text, cleaned
from tests.render import build


@pytest.mark.parametrize(
    "harmful", ["\x1b", "\x00", "\x7f", "\x9b", "\r", "\u202e", "\u2066", "\u2028", "\ud800", "\u200f"]
)
def test_what_drives_a_terminal_or_turns_text_around_becomes_a_mark(harmful):
    assert clean_text(f"a{harmful}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["plain", "two\nlines", "tab\tbed", "Ünïcødé 漢字 🦑", "</script>"])
def test_all_other_text_stays_as_it_is(text):
    assert clean_text(text) == text


def test_text_is_cleaned_wherever_it_stands_in_a_comparison():
    name = build.ESCAPE
    dirty = build.comparison([name], months=2, commits=2, troubles=[NotCounted(name, Reason.BINARY, name, name)])
    text = repr(cleaned(dirty))
    assert "\\x1b" not in text
    assert "\\u202e" not in text
    assert "\ufffd[31mred" in text


def test_numbers_keep_their_very_objects():
    series = Series("a", tuple(range(1000)), tuple(range(1000)))
    assert cleaned(series).values is series.values


def test_a_reason_stays_a_reason():
    assert cleaned(NotCounted("a", Reason.BINARY, "b")).reason is Reason.BINARY
