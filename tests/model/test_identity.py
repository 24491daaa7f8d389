"""Names and addresses, and what of them may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model.identity import Account, Identity, account, masked, parsed, shown


@pytest.mark.parametrize(
    ("email", "found"),
    [
        ("7+Ada@users.noreply.github.com", Account("users.noreply.github.com", "7", "ada")),
        ("ada@users.noreply.github.com", Account("users.noreply.github.com", "", "ada")),
        ("7+ci[bot]@users.noreply.github.com", Account("users.noreply.github.com", "7", "ci[bot]")),
        ("7-a-b@users.noreply.gitlab.com", Account("users.noreply.gitlab.com", "7", "a-b")),
        ("7-a@users.noreply.git.example.org", Account("users.noreply.git.example.org", "7", "a")),
        ("ada@example.org", None),
        ("noreply@github.com", None),
        ("", None),
    ],
)
def test_a_no_reply_address_tells_the_account(email, found):
    assert account(email) == found


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        ("Ada <ada@x>", "Ada", "ada@x"),
        ("  Ada  <ada@x> and more", "Ada", "ada@x"),
        ("Ada", "Ada", ""),
        ("Ada <ada@x", "Ada <ada@x", ""),
        ("<ada@x>", "", "ada@x"),
        ("A <<b> c>", "A", "<b"),
        ("", "", ""),
    ],
)
def test_a_text_is_split_into_name_and_address(text, name, email):
    assert parsed(text) == Identity(name, email)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ada", "Ada"),
        ("", "(no name)"),
        ("ada@example.org", "a…@…"),
        ("Ada (ada@example.org)", "Ada (…@…"),
        ("Ada <ada@x.org>", "Ada <a…@…>"),
        ("@ada", "@ada"),
    ],
)
def test_a_name_is_shown_without_addresses(name, told):
    assert shown(name) == told


def test_an_address_is_shown_as_its_first_character():
    assert [masked(email) for email in ("ada@x.org", "ada", "", "@x")] == ["a…@…", "a…", "", "@…"]


@given(st.text(max_size=40), st.from_regex(r"[a-z]{2,9}@[a-z]{2,9}\.org", fullmatch=True))
def test_no_whole_address_is_ever_shown(name, email):
    assert email not in shown(f"{name}{email}")
    assert email not in masked(email)
