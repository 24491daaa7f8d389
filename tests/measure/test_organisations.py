"""Which organisation a commit comes from."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.identities import people
from analyzer.measure.organisations import domain_of, organisations
from analyzer.model.organisation import FREE_MAIL, GROUPS, HIDDEN, NO_DOMAIN, PRIVATE
from tests.build import commit, facts, options


def named(*authors: str, identity: str = "raw") -> list[str]:
    pairs = [author.rstrip(">").split(" <") for author in authors]
    rows = [
        {**commit(number), "author_name": name, "author_email": email} for number, (name, email) in enumerate(pairs, 1)
    ]
    known = facts(commits=rows, mailmap=[])
    return organisations(known["commits"], people(known, options(identity=identity))).tolist()


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        ("ada@Example.ORG", "example.org"),
        ("ada@dev.example.org.", "dev.example.org"),
        ("ada@xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("ada@gmail.com", FREE_MAIL),
        ("12+ada@users.noreply.github.com", HIDDEN),
        ("ada@laptop.local", NO_DOMAIN),
        ("ada@localhost", NO_DOMAIN),
        ("ada@bcc190cf-cafb-0310-a4f2-bffc1f526a37", NO_DOMAIN),
        ("ada@192.0.2.1", NO_DOMAIN),
        ("ada", NO_DOMAIN),
        ("example.org", NO_DOMAIN),
        ("", NO_DOMAIN),
        ("ada@", NO_DOMAIN),
        ("ada@<script>.org", NO_DOMAIN),
        ("ada@exam ple.org", NO_DOMAIN),
        ("ada@bücher.example", NO_DOMAIN),
        ("ada@example.org\n", "example.org"),
    ],
)
def test_a_domain_is_what_a_registry_could_hand_out(email: str, domain: str) -> None:
    assert domain_of(email) == domain


@given(st.text(max_size=80))
def test_no_text_becomes_an_address_or_markup(text: str) -> None:
    shown = domain_of(text)
    assert shown in GROUPS or not set(shown) - set("abcdefghijklmnopqrstuvwxyz0123456789.-")


def test_a_domain_of_two_people_is_an_organisation() -> None:
    assert named("Ada <ada@example.org>", "Bob <bob@example.org>") == ["example.org"] * 2


@pytest.mark.parametrize(
    "second",
    [
        "Ada <ada@example.org>",
        "Ada <other@example.org>",
        "ADA <other@example.org>",
        "A. Lovelace <ada@example.org>",
        "A. Lovelace <ADA+git@example.org>",
    ],
)
def test_a_domain_of_one_person_is_private_whatever_they_call_themselves(second: str) -> None:
    assert named("Ada <ada@example.org>", second) == [PRIVATE] * 2


def test_one_person_may_be_found_by_steps() -> None:
    chain = ("Ada <ada@example.org>", "A. L. <ada@example.org>", "A. L. <al@example.org>", "Al <al@example.org>")
    assert named(*chain) == [PRIVATE] * 4
    assert named(*chain, "Bob <bob@example.org>") == ["example.org"] * 5


def test_people_without_a_name_are_not_one() -> None:
    assert named(" <ada@example.org>", " <bob@example.org>") == ["example.org"] * 2


def test_the_rule_for_people_is_kept_to() -> None:
    table = pd.DataFrame({"author_name": ["Ada", "Lovelace"], "author_email": ["a@example.org", "b@example.org"]})
    assert organisations(table, np.array([0, 0])).tolist() == [PRIVATE] * 2
    assert organisations(table, np.array([0, 1])).tolist() == ["example.org"] * 2


def test_groups_stay_groups() -> None:
    assert named("Ada <ada@gmail.com>") == [FREE_MAIL]
    nobody = pd.DataFrame({"author_name": [], "author_email": []}, dtype="str")
    assert organisations(nobody, np.array([], np.int64)).tolist() == []
