"""Whom commits count for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import MeasureError
from analyzer.measure.credit import co_authors, credited, credits_of
from analyzer.model.people import CREDITS, IDENTITIES, People
from tests.build import commit, facts, options

BOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
ADA, BOB = "Ada <ada@x.org>", "Bob <bob@x.org>"


def by(number, author, committer=ADA, **rest):
    name, _, email = committer.partition(" <")
    return commit(number, by=author, committer_name=name, committer_email=email.rstrip(">"), **rest)


def trailer(number, value, key="Co-authored-by"):
    return {"commit_id": number, "key": key, "value": value}


KNOWN = facts(
    commits=[by(1, ADA), by(2, BOB), by(3, BOT, "GitHub <noreply@github.com>"), by(4, BOB, parents=2)],
    trailers=[
        trailer(1, BOB, "CO-AUTHORED-BY"),
        trailer(1, "Cy <cy@x.org>"),
        trailer(1, "cy <cy@x.org>"),
        trailer(2, BOB),
        trailer(2, " "),
        trailer(2, "No Address"),
        trailer(3, ADA, "Signed-off-by"),
        trailer(4, BOT),
    ],
    mailmap=[],
)


def told(**rest):
    found = credited(KNOWN, options(**rest))
    return sorted(
        (row + 1, found.persons.names[code]) for row, code in zip(found.rows, found.persons.codes, strict=True)
    )


def test_a_commit_counts_for_its_author_or_committer():
    assert told() == [(1, "Ada"), (2, "Bob"), (3, "dependabot[bot]"), (4, "Bob")]
    assert told(credit="committer") == [(1, "Ada"), (2, "Ada"), (3, "GitHub"), (4, "Ada")]


def test_a_commit_counts_once_for_each_of_its_authors():
    assert told(credit="co-authors", identity="email") == [
        (1, "Ada"),
        (1, "Bob"),
        (1, "Cy"),
        (2, "Bob"),
        (2, "No Address"),
        (3, "dependabot[bot]"),
        (4, "Bob"),
        (4, "dependabot[bot]"),
    ]


def test_merges_and_programs_may_be_left_out():
    assert told(merges=False) == [(1, "Ada"), (2, "Bob"), (3, "dependabot[bot]")]
    assert told(bots="without") == [(1, "Ada"), (2, "Bob"), (4, "Bob")]
    assert told(bots="only") == [(3, "dependabot[bot]")]
    assert told(credit="committer", bots="only") == [(3, "GitHub")]
    assert told(bots="only", people=People(bots=("bob@*",))) == [(2, "Bob"), (4, "Bob")]


def test_a_commit_counts_as_long_as_somebody_is_left():
    assert list(credits_of(KNOWN, options(credit="co-authors", bots="only")).commits) == [2, 3]


def test_trailers_of_commits_that_are_not_there_name_nobody():
    assert co_authors(facts(trailers=[trailer(99, BOB)])).empty


@pytest.mark.parametrize("wrong", [{"credit": "all"}, {"bots": "some"}])
def test_what_there_is_not_is_refused(wrong):
    with pytest.raises(MeasureError, match="there is no"):
        credits_of(KNOWN, options(**wrong))


people = st.sampled_from([ADA, BOB, BOT, "ada <ada@x.org>", " <bob@x.org>"])
histories = st.lists(st.tuples(people, people, st.integers(1, 2), st.lists(people, max_size=2)), min_size=1, max_size=6)


def history(rows):
    return facts(
        commits=[by(number, author, who, parents=parents) for number, (author, who, parents, _) in enumerate(rows, 1)],
        trailers=[trailer(number, value) for number, row in enumerate(rows, 1) for value in row[3]],
    )


@given(histories, st.sampled_from(CREDITS), st.sampled_from(list(IDENTITIES)), st.booleans())
def test_people_and_programs_make_the_whole(rows, credit, identity, merges):
    known = history(rows)
    chosen = {"credit": credit, "identity": identity, "merges": merges}
    whole, without, only = (credits_of(known, options(**chosen, bots=bots)) for bots in ("with", "without", "only"))
    assert sorted([*without.rows, *only.rows]) == list(whole.rows if credit != "co-authors" else sorted(whole.rows))
    counted = credited(known, options(**chosen))
    assert set(counted.rows) == set(whole.rows)
    assert len(set(zip(counted.rows.tolist(), counted.persons.codes.tolist(), strict=True))) == len(counted.rows)
