"""Who is one person."""

import pytest

from analyzer.errors import MeasureError
from analyzer.measure.identities import display_names, people
from tests.build import commit, rows_as_table

AUTHORS = ["Ada <a@x>", "Ada <b@x>", "Bob <a@x>", " <a@x>", " <c@x>", "Ada <a@x>", "a@x <d@x>"]
COMMITS = rows_as_table("commits", [commit(number, by=author) for number, author in enumerate(AUTHORS, 1)])


@pytest.mark.parametrize(
    ("identity", "codes"),
    # By name, the nameless <a@x> is whoever is called "a@x": Open Hub's rule, word for word.
    [("raw", [0, 1, 2, 3, 4, 0, 5]), ("openhub", [0, 0, 1, 2, 3, 0, 2])],
)
def test_a_rule_numbers_people(identity, codes):
    assert list(people(COMMITS, identity)) == codes


def test_names_and_addresses_are_not_glued_together():
    glued = rows_as_table("commits", [commit(1, by="ab <c>"), commit(2, by="a <bc>")])
    assert list(people(glued, "raw")) == [0, 1]


def test_an_unknown_rule_is_refused():
    with pytest.raises(MeasureError, match="no rule 'mailmap'"):
        people(COMMITS, "mailmap")


def test_names_stand_in_the_order_of_the_numbers():
    assert display_names(COMMITS, people(COMMITS, "raw")) == ["Ada", "Ada", "Bob", "(no name)", "(no name)", "a@…"]


def test_one_person_has_one_name():
    assert display_names(COMMITS, people(COMMITS, "openhub")) == ["Ada", "Bob", "(no name)", "(no name)"]


def test_nobody_is_nobody():
    nobody = COMMITS.iloc[:0]
    assert list(people(nobody, "raw")) == list(people(nobody, "openhub")) == []
    assert display_names(nobody, people(nobody, "raw")) == []
