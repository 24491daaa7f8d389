"""What folding joins, why, and what it must not join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.grouping import grouped
from analyzer.model.identity import Identity, parsed
from analyzer.model.mailmap import Mailmap
from analyzer.model.people import IDENTITIES, Alias


def folded(*recorded, mailmap="", rule="folded", aliases=()):
    return grouped({parsed(text): 1 for text in recorded}, rule, Mailmap(mailmap), aliases)


def reasons(*recorded, **rest):
    return [join.reason for join in folded(*recorded, **rest).joins]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ada <ada@x.org>", "A. Byron <ADA@x.org>", "same e-mail"),
        ("Ada <7+ada@users.noreply.github.com>", "Byron <ada@users.noreply.github.com>", "same forge account"),
        ("Ada <7+ada@users.noreply.github.com>", "Ada <7+byron@users.noreply.github.com>", "same forge account"),
        ("Ada <7-ada@users.noreply.gitlab.com>", "Byron <ada@users.noreply.gitlab.com>", "same forge account"),
        ("Ada Byron <ada@x.org>", "ada  byron <byron@X.org>", "same name and domain"),
        ("Ada Byron <ada@x.org>", "Ada Byron <7+ada@users.noreply.github.com>", "same name, hidden address"),
    ],
)
def test_two_identities_are_joined_for_a_reason(one, other, reason):
    assert reasons(one, other) == [reason]
    assert reasons(other, one) == [reason]


@pytest.mark.parametrize(
    "recorded",
    [
        ("Ada Byron <ada@x.org>", "Ada Byron <ada@y.org>"),  # a name alone
        ("ada <ada@x.org>", "ada <byron@x.org>"),  # one word
        ("root <a@x.org>", "root <b@x.org>"),
        ("Unknown User <a@x.org>", "Unknown User <b@x.org>"),
        ("GitHub Actions Bot <1+a@users.noreply.github.com>", "GitHub Actions Bot <2+b@users.noreply.github.com>"),
        ("Ada <root@localhost>", "Bob <root@localhost>"),
        ("Ada <ada@localhost.localdomain>", "Bob <ada@localhost.localdomain>"),
        ("Ada <noreply@github.com>", "Bob <noreply@github.com>"),
        ("Ada <>", "Bob <>"),
        ("Ada Byron <>", "Ada Byron < >"),
        ("Ada Byron <ada@mac.local>", "Ada Byron <byron@mac.local>"),
        ("Ada <7+ada@users.noreply.github.com>", "Ada <7-ada@users.noreply.gitlab.com>"),
        ("Ada <7-x@users.noreply.gitlab.com>", "Bob <7-y@users.noreply.example.org>"),
        # Two bearers of the name: nobody knows which of them hides.
        ("Jo Smith <jo@x.org>", "Jo Smith <jo@y.org>", "Jo Smith <7+jo@users.noreply.github.com>"),
        # Two hidden accounts of the name: nobody knows which of them is the bearer.
        ("Jo Smith <jo@x.org>", "Jo Smith <8+a@users.noreply.github.com>", "Jo Smith <7+b@users.noreply.github.com>"),
    ],
)
def test_what_many_share_joins_nobody(recorded):
    assert reasons(*recorded) == []


def test_folding_begins_with_the_mailmap():
    found = folded("a <a@x.org>", "b <b@y.org>", "c <C@y.org>", mailmap="C <c@y.org> <a@x.org>\nB <b@y.org>\n")
    assert [(join.reason, join.one, join.other) for join in found.joins] == [("same e-mail", 0, 2)]
    assert found.persons == (0, 1, 0)


def test_a_person_is_known_by_a_name_and_an_open_address_where_there_are_some():
    recorded = {
        Identity("", "ada@x.org"): 9,
        Identity("Ada Byron", "7+ada@users.noreply.github.com"): 9,
        Identity("Ada Byron", "ada@x.org"): 1,
        Identity("Ada Byron", "byron@x.org"): 2,
    }
    assert grouped(recorded, "folded", Mailmap()).proper == (Identity("Ada Byron", "byron@x.org"),)


def test_the_user_joins_what_no_rule_would():
    found = folded("a <a@x.org>", "b <b@y.org>", "c <c@z.org>", rule="raw", aliases=[Alias("Ada", ("a", "B@Y.org"))])
    assert found.persons == (0, 0, 1)
    assert [who.name for who in found.proper] == ["Ada", "c"]
    assert [join.reason for join in found.joins] == ["configuration"]


def test_an_alias_of_nobody_changes_nothing():
    assert folded("a <a@x.org>", aliases=[Alias("Ada", ("z",))]).proper == (Identity("a", "a@x.org"),)


names = st.sampled_from(["", "Ada Byron", "ada byron", "root", "Bob", "unknown"])
emails = st.sampled_from(["", "a@x.org", "A@x.org", "b@x.org", "1+a@users.noreply.github.com", "root@localhost"])
counts = st.dictionaries(st.builds(Identity, names, emails), st.integers(1, 3))
RULES = st.sampled_from(list(IDENTITIES))


@given(counts, RULES, st.randoms())
def test_the_order_of_identities_does_not_matter(commits, rule, random):
    shuffled = list(commits.items())
    random.shuffle(shuffled)
    assert grouped(dict(shuffled), rule, Mailmap()) == grouped(commits, rule, Mailmap())


@given(counts, RULES)
def test_every_rule_only_joins_what_raw_tells_apart_and_says_why(commits, rule):
    found = grouped(commits, rule, Mailmap("Ada Byron <a@x.org>\n"))
    assert len(found.proper) == len(commits) - len(found.joins)
    assert set(found.persons) == set(range(len(found.proper)))
