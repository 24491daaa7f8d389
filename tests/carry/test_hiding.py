"""Stand-ins for addresses: every rule finds the same people, and nobody finds an address."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analyzer.carry.hiding import Hiding, is_hidden
from analyzer.measure.grouping import grouped
from analyzer.measure.organisations import organisations
from analyzer.measure.programs import is_program, program_patterns
from analyzer.model.identity import Identity, account, masked, parsed, shown
from analyzer.model.mailmap import Mailmap
from analyzer.model.people import IDENTITIES, People

HIDING = Hiding(b"a key", People())

LOCALS = ("ada", "Ada", "ADA", "ada+git", "root", "noreply", "bob", "12345+ada", "777+Bob", "12345-ada", "x@y", "")
DOMAINS = (
    "example.com",
    "Maths.org",
    "maths.org",
    "maths.org.",
    "users.noreply.github.com",
    "users.noreply.gitlab.com",
)
EMAILS = st.builds(lambda local, domain: f"{local}@{domain}", st.sampled_from(LOCALS), st.sampled_from(DOMAINS)) | (
    st.sampled_from(
        ("", "ada", "Ada", " ada@maths.org", "noreply@github.com", "dependabot[bot]@users.noreply.github.com")
    )
)
NAMES = st.sampled_from(("Ada Byron", "ada byron", "Ada", "Bob", "ada@maths.org", "Ada@maths.org", "", "renovate[bot]"))
PEOPLE = st.dictionaries(st.builds(Identity, NAMES, EMAILS), st.integers(1, 9), max_size=8)
MAILMAP = "\n".join(
    (
        "# Ask ada@maths.org about this",
        "Ada Byron <ada@maths.org> <ADA@maths.org>",
        "Bob Hope <bob@maths.org> Bob <bob@example.com>",
        "<ada@maths.org> <12345+ada@users.noreply.github.com>",
        "Root Person <root@maths.org>",
    )
)


def hidden(who: Identity) -> Identity:
    return Identity(HIDING.name(who.name), HIDING.email(who.email))


@given(PEOPLE, st.sampled_from(sorted(IDENTITIES)))
def test_every_rule_finds_the_same_people(counts: dict[Identity, int], rule: str) -> None:
    # Open Hub's rule takes who has no name for whoever has that "address" as a name: ADR 32 says that this is lost.
    assume(not any(who.email and not who.name and "@" not in who.email for who in counts))
    stand_ins = {hidden(who): number for who, number in counts.items()}
    assert len(stand_ins) == len(counts)
    plain = grouped(counts, rule, Mailmap(MAILMAP))
    blind = grouped(stand_ins, rule, Mailmap(HIDING.mailmap(MAILMAP)))
    person = dict(zip(plain.identities, plain.persons, strict=True))
    other = dict(zip(blind.identities, blind.persons, strict=True))
    for one, two in itertools.combinations(counts, 2):
        assert (person[one] == person[two]) == (other[hidden(one)] == other[hidden(two)]), (one, two)


@given(PEOPLE)
def test_programs_stay_programs_and_people_people(counts: dict[Identity, int]) -> None:
    patterns = program_patterns(People())
    for who in counts:
        assert is_program(who, patterns) == is_program(hidden(who), patterns)


@given(st.lists(st.tuples(NAMES, EMAILS), min_size=1, max_size=8))
def test_organisations_stay_the_same(people: list[tuple[str, str]]) -> None:
    def table(stand_ins: bool) -> pd.DataFrame:
        rows = [hidden(Identity(*one)) if stand_ins else one for one in people]
        return pd.DataFrame(rows, columns=["author_name", "author_email"])

    numbers = np.arange(len(people))
    assert list(organisations(table(False), numbers)) == list(organisations(table(True), numbers))


@given(NAMES, EMAILS)
def test_what_may_be_shown_stays_the_same(name: str, email: str) -> None:
    assert shown(HIDING.name(name)) == shown(name)
    assert masked(HIDING.email(email)) == masked(email)


@given(NAMES, EMAILS)
def test_who_a_trailer_names_is_who_the_commits_name(name: str, email: str) -> None:
    assert parsed(HIDING.trailer(f"{name} <{email}>")) == hidden(parsed(f"{name} <{email}>"))


@pytest.mark.parametrize(
    "email", ["ada@maths.org", "Ada.Byron@maths.org", "ada+git@maths.org", "12345+ada@users.noreply.github.com", "ada"]
)
def test_no_address_of_a_person_is_left(email: str) -> None:
    stand_in = HIDING.email(email)
    local = email.partition("@")[0].casefold()
    assert stand_in != email
    assert not any(part in stand_in.casefold() for part in (local, "byron", "12345", "ada"))
    assert email not in HIDING.mailmap(f"Ada <{email}> <{email}>\n# and {email}")
    assert email not in HIDING.name(email) or "@" not in email
    assert email not in HIDING.subject(f"Thank {email}") or "@" not in email


def test_the_way_a_forge_builds_its_addresses_stays() -> None:
    plain, blind = (
        account(email) for email in ("1+ada@users.noreply.github.com", HIDING.email("1+ada@users.noreply.github.com"))
    )
    assert plain and blind
    assert (blind.host, bool(blind.number)) == (plain.host, True)
    again = account(HIDING.email("1+renamed@users.noreply.github.com"))
    assert again and again.number == blind.number and again.login != blind.login


def test_addresses_that_are_nobodys_stay() -> None:
    for email in ("noreply@github.com", "root@localhost", "dependabot[bot]@users.noreply.github.com", ""):
        assert HIDING.email(email) == email


def test_another_key_gives_other_stand_ins() -> None:
    assert Hiding(b"another", People()).email("ada@maths.org") != HIDING.email("ada@maths.org")


def test_a_stand_in_is_known() -> None:
    assert is_hidden(HIDING.email("ada@maths.org"))
    assert not is_hidden("ada@maths.org")


@pytest.mark.parametrize(
    "email",
    ["john.smith~backupserver@home.example", "j~backupserver@home.example", "ada+j~backupserver@home.example"],
)
def test_an_address_that_looks_like_a_stand_in_is_hidden_as_any(email: str) -> None:
    assert "backupserver" not in HIDING.email(email)
    assert "smith" not in HIDING.email(email)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("# Ada was Miss Byron", None),
        ("  # formerly Miss Byron <ada@maths.org>", None),
        ("\t#Byron", None),
        ("Ada <ada@maths.org> # born Byron", "Ada <>"),
        ("Ada <ada@maths.org> > born Byron", "Ada <>"),
        ("Ada <ada@maths.org> A. <a@maths.org> Byron > 2", "Ada <> A. <>"),
        ("Ada Byron, who has no address", ""),
        ("Ada <ada@maths.org> <>", "Ada <> <>"),
    ],
)
def test_of_a_mailmap_only_what_git_reads_is_left(line: str, kept: str | None) -> None:
    found = HIDING.mailmap(f"{line}\nBob <bob@maths.org>")
    assert re.sub("<[^>]*>", "<>", found).split("\n") == [*([] if kept is None else [kept]), "Bob <>"]
    assert "Byron" not in found and "maths" not in re.sub("<[^>]*>", "<>", found)
