"""Text on its way to a terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.cli.text import clean, without_credentials


@settings(deadline=None)
@given(st.text())
def test_clean_text_is_one_line_of_characters_that_can_be_written(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in cleaned)


def test_words_of_all_languages_stay_as_they_are():
    assert clean("Žofie 李 שלום 👩\u200d💻") == "Žofie 李 שלום 👩\u200d💻"


@pytest.mark.parametrize("odd", ["\n", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800", "\u2028"])
def test_what_could_repaint_or_reorder_a_line_is_replaced(odd):
    assert clean(f"a{odd}b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("no https://me:pw@host/x there", "no https://host/x there"),
        ("https://token@host", "https://host"),
        ("ssh://git@host/x", "ssh://host/x"),
        ("https://host/a@b", "https://host/a@b"),
        ("git@host:x", "git@host:x"),
    ],
)
def test_credentials_are_taken_out_of_urls(text, shown):
    assert without_credentials(text) == shown
