"""Trailers are those that git finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.mine.trailers import parse_trailers
from tests.odd.people import MESSAGES
from tests.repos import git

LINES = (
    "", "", " ", "Subject", "Key: value", "Key:", "Other-key : two", " folded", "\tfolded", "noise", "# comment",
    "Signed-off-by: A <a@b>", "(cherry picked from commit 1)", "Conflicts:", "\ta.py", "---", "--- a", "----------",
    "Key with space: no", "https://example.org", ": none",
    "Key:value\r", "\r", "Clé: accent", "Key:\u00a0nbsp", "Key: form\x0cfeed", "Key: line\u2028separator",
)  # fmt: skip


def by_git(message: str) -> tuple[tuple[str, ...], ...]:
    printed = git(Path.cwd(), "interpret-trailers", "--parse", stdin=message.encode()).decode()
    return tuple(tuple(line.split(": ", 1)) for line in printed.split("\n")[:-1])


@pytest.mark.parametrize("message", [text for text in MESSAGES if isinstance(text, str)])
def test_trailers_are_those_that_git_finds_in_odd_messages(message: str) -> None:
    assert parse_trailers(message) == by_git(message)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_trailers_are_those_that_git_finds_in_any_message(text: str, end: str) -> None:
    assert parse_trailers(f"Subject\n\n{text}{end}") == by_git(f"Subject\n\n{text}{end}")


def test_nothing_below_the_scissors_counts() -> None:
    message = "S\n\nKey: 1\n# ------------------------ >8 ------------------------\ndiff\n\nNot: this\n"
    assert parse_trailers(message) == by_git(message) == (("Key", "1"),)


def test_folded_values_become_one_line() -> None:
    assert parse_trailers("S\n\nKey: one\n  two\n\tthree\n") == (("Key", "one two three"),)


def test_the_title_is_no_trailer() -> None:
    assert parse_trailers("Key: value\n") == ()


def test_a_long_hostile_message_takes_no_time() -> None:
    assert parse_trailers("S\n\n" + " \n" * 200_000 + "a" * 200_000 + " : x\n" + "\n " * 100_000) != ()
