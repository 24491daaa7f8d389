"""Mailmaps as gitmailmap(5) has them; tests/against_git compares with git itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model.identity import Identity
from analyzer.model.mailmap import Mailmap, decoded

OLD = Identity("old", "old@x")


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("", OLD),
        ("New <old@x>", Identity("New", "old@x")),
        ("<new@x> <old@x>", Identity("old", "new@x")),
        ("New <new@x> <old@x>", Identity("New", "new@x")),
        ("New <new@x> Old <old@x>", Identity("New", "new@x")),
        ("New <new@x> other <old@x>", OLD),
        ("New <new@x> <OLD@X>", Identity("New", "new@x")),
        ("# New <new@x> <old@x>", OLD),
        (" # New <new@x> <old@x>", Identity("# New", "new@x")),
        ("New <new@x> <old@x> # why", Identity("New", "new@x")),
        ("New <new@x> <old@x>\r", Identity("New", "new@x")),
        ("One <old@x>\nTwo <old@x>", Identity("Two", "old@x")),
        ("One <one@x> <old@x>\nTwo <old@x>", Identity("Two", "one@x")),
        ("One <one@x> old <old@x>\nTwo <two@x> <old@x>", Identity("One", "one@x")),
        ("One <one@x> old <old@x>\n<two@x> old <old@x>", Identity("old", "two@x")),
        ("New <>", OLD),
        ("New old@x", OLD),
        ("New <new@x> <old@x", OLD),
    ],
)
def test_a_line_says_who_somebody_wants_to_be(text, proper):
    assert Mailmap(text).proper(OLD) == proper


def test_an_entry_may_be_for_who_has_no_address():
    assert Mailmap("New <new@x> <>").proper(Identity("old", "")) == Identity("New", "new@x")


def test_the_later_of_two_mailmaps_wins():
    assert Mailmap("One <old@x>", "Two <old@x>").proper(OLD).name == "Two"


def test_case_is_that_of_ascii_only():
    assert Mailmap("New <é@x>").proper(Identity("old", "É@x")).name == "old"


def test_a_mailmap_is_utf_8_or_latin_1_line_by_line_and_ends_at_a_nul():
    assert decoded("José\n".encode() + "José\n".encode("latin-1") + b"a\0b") == "José\nJosé\na"


@given(st.text(), st.text(), st.text())
def test_no_text_is_too_strange(text, name, email):
    found = Mailmap(text).proper(Identity(name, email))
    assert found == (name, email) or found.name in text or found.name == name
