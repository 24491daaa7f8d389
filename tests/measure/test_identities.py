"""Who is one person, whatever part of the history is looked at."""

import pytest

from analyzer.errors import MeasureError
from analyzer.measure.identities import people, persons
from analyzer.model.people import IDENTITIES, Alias, People
from tests.build import commit, facts, options

AUTHORS = [
    "Ada <a@x.org>",
    "Ada <b@x.org>",
    "Bob <a@x.org>",
    " <a@x.org>",
    " <c@x.org>",
    "Ada <a@x.org>",
    "a@x.org <d@x.org>",
]
KNOWN = facts(commits=[commit(number, by=author) for number, author in enumerate(AUTHORS, 1)], mailmap=[])


def told(identity, known=KNOWN, **rest):
    return list(people(known, options(identity=identity, **rest)))


@pytest.mark.parametrize(
    ("identity", "codes"),
    [
        ("raw", [0, 1, 2, 3, 4, 0, 5]),
        # By name, the nameless <a@x.org> is whoever is called "a@x.org": Open Hub's rule, word for word.
        ("openhub", [0, 0, 1, 2, 3, 0, 2]),
        ("email", [0, 1, 0, 0, 2, 0, 3]),
        ("mailmap", [0, 1, 2, 3, 4, 0, 5]),
        ("folded", [0, 1, 0, 0, 2, 0, 3]),
    ],
)
def test_a_rule_numbers_people(identity, codes):
    assert told(identity) == codes


def test_names_and_addresses_are_not_glued_together():
    assert told("raw", facts(commits=[commit(1, by="ab <c>"), commit(2, by="a <bc>")])) == [0, 1]


def test_the_mailmap_of_the_user_wins_over_that_of_the_repository():
    known = facts(
        commits=[commit(1, by="A <a@x.org>"), commit(2, by="B <b@x.org>"), commit(3, by="C <c@x.org>")],
        mailmap=[{"text": "A <a@x.org> <b@x.org>\n"}],
    )
    assert told("mailmap", known) == [0, 0, 1]
    assert told("mailmap", known, people=People(mailmap="C <c@x.org> <b@x.org>")) == [0, 1, 1]
    assert told("raw", known, people=People(mailmap="C <c@x.org> <b@x.org>")) == [0, 1, 2]


def test_an_unknown_rule_is_refused():
    with pytest.raises(MeasureError, match="no rule 'colour'"):
        told("colour")


def test_names_stand_in_the_order_of_the_numbers_and_hold_no_address():
    assert persons(KNOWN, options()).names == ["Ada", "Ada", "Bob", "(no name)", "(no name)", "a…@…"]
    assert persons(KNOWN, options(identity="openhub")).names == ["Ada", "Bob", "a…@…", "(no name)"]


def test_a_person_is_called_as_in_most_commits_or_as_the_mailmap_says():
    assert persons(KNOWN, options(identity="email")).names[0] == "Ada"
    mapped = facts(commits=[commit(1, by="ada <a@x.org>")], mailmap=[{"text": "Ada L. <ada@x.org> <A@X.org>"}])
    assert persons(mapped, options(identity="mailmap")).names == ["Ada L."]
    assert persons(mapped, options(identity="openhub")).names == ["ada"]


@pytest.mark.parametrize("identity", IDENTITIES)
def test_who_is_one_person_does_not_depend_on_the_commits_that_are_looked_at(identity):
    bridged = facts(
        commits=[
            commit(1, by="Ada Byron <ada@one.org>"),
            commit(2, by="Ada Byron <ada@two.org>"),
            commit(3, by="A. Byron <ada@two.org>"),
            commit(4, by="Ada Byron <byron@two.org>"),
        ],
        mailmap=[],
    )
    whole = told(identity, bridged)
    some = bridged["commits"].iloc[[3, 2, 3]]
    codes = list(people(bridged, options(identity=identity), some))
    assert codes[0] == codes[2] == 0
    assert (codes[0] == codes[1]) == (whole[3] == whole[2])


@pytest.mark.parametrize("identity", IDENTITIES)
def test_aliases_of_the_user_are_on_top_of_every_rule(identity):
    said = People(persons=(Alias("The Team", ("Bob <a@x.org>", "c@x.org", "ADA")),))
    found = persons(KNOWN, options(identity=identity, people=said))
    assert found.names[0] == "The Team"
    assert {found.codes[place] for place in (0, 1, 2, 4, 5)} == {0}
    assert found.codes[6] != 0


@pytest.mark.parametrize("identity", IDENTITIES)
def test_nobody_is_nobody(identity):
    nobody = facts()["commits"].iloc[:0]
    assert list(people(facts(), options(identity=identity), nobody)) == []
