from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.store import words


def test_what_no_database_takes_is_replaced():
    assert words.clean("a\0b") == "a\ufffdb"
    assert words.clean("half \ud800 pair") == "half \ufffd pair"


@given(st.text())
def test_proper_text_is_left_as_it_is(text):
    assert words.clean(text) == text.replace("\0", "\ufffd")


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_can_be_encoded(text):
    assert "\0" not in words.clean(text).encode().decode()


def test_a_word_keeps_its_number(store):
    with store._database.writing() as connection:
        first = words.numbers(connection, ["Python", "", "-"])
        second = words.numbers(connection, ["Python", "C"])
        assert second["Python"] == first["Python"] and len({*first.values(), *second.values()}) == 4
        assert words.number(connection, "C") == second["C"]
        assert words.number(connection, "never seen") is None
