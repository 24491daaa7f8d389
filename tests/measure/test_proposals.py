"""Lines of a mailmap that do what a rule does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.grouping import grouped
from analyzer.measure.proposals import proposals
from analyzer.model.identity import Identity, parsed
from analyzer.model.mailmap import Mailmap
from analyzer.model.people import IDENTITIES


def proposed(recorded, known="", rule="folded"):
    mailmap = Mailmap(known)
    return proposals(grouped({parsed(text): place for place, text in enumerate(recorded)}, rule, mailmap), mailmap)


@pytest.mark.parametrize(
    ("recorded", "lines"),
    [
        (["Ada <a@x.org>", "Bob <b@x.org>"], ""),
        (["Ada <A@x.org>", "Ada <a@x.org>"], "Ada <a@x.org> <A@x.org>\n"),
        (["B <a@x.org>", "Ada <a@x.org>"], "Ada <a@x.org> <a@x.org>\n"),
        (["<A <a@x.org>", "Ada <a@x.org>"], ""),
    ],
)
def test_only_what_is_not_known_yet_is_proposed(recorded, lines):
    assert proposed(recorded) == lines


def test_an_address_of_two_people_is_split_by_name():
    lines = proposed(["Ada <root@x.org>", "Bob <root@x.org>", "Ada <a@x.org>", "Bob <b@x.org>"], rule="openhub")
    assert lines == "Ada <a@x.org> Ada <root@x.org>\nBob <b@x.org> Bob <root@x.org>\n"


def test_what_the_mailmap_says_already_is_not_said_again():
    assert proposed(["B <b@x.org>", "Ada <a@x.org>"], "Ada <a@x.org> <b@x.org>\n") == ""


names = st.sampled_from(["Ada Byron", "ada byron", "root", "Bob", "B"])
emails = st.sampled_from(["a@x.org", "A@x.org", "b@x.org", "b@y.org", "1+a@users.noreply.github.com", "root@localhost"])
counts = st.dictionaries(st.builds(Identity, names, emails), st.integers(1, 3))
known = st.lists(
    st.builds(lambda one, other, short: f"{one[0]} <{one[1]}> {'' if short else other[0]} <{other[1]}>",
              st.tuples(names, emails), st.tuples(names, emails), st.booleans()), max_size=3
).map("\n".join)  # fmt: skip


@given(counts, known, st.sampled_from(sorted(IDENTITIES)))
def test_a_mailmap_of_the_proposals_counts_as_the_rule_does(commits, known, rule):
    found = grouped(commits, rule, Mailmap(known))
    after = grouped(commits, "mailmap", Mailmap(known, proposals(found, Mailmap(known))))
    pairs = zip(after.persons, found.persons, strict=True)
    if rule in ("mailmap", "folded"):
        assert len(set(pairs)) == len(found.proper) == len(after.proper)
    else:
        # Rules that do not begin with the mailmap may tell apart what it joins.
        assert len({one for _, one in pairs}) == len(found.proper)
