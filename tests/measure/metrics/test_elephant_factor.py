"""How few organisations make half of the work."""

from analyzer.measure.metrics.elephant_factor import elephant_factor
from analyzer.model.metric import THIRTY_DAYS
from tests.build import commit, facts, options

AUTHORS = (
    "Ada <ada@one.example>",
    "Bob <bob@one.example>",
    "Eve <eve@two.example>",
    "Kim <kim@two.example>",
    "Kim <kim@two.example>",
    "Zoe <zoe@zoe.example>",
    "Pat <pat@gmail.com>",
    "Pat <pat@users.noreply.github.com>",
    "Roo <root@localhost>",
    "Pat <pat@gmail.com>",
)
KNOWN = facts(commits=[commit(number, by=author) for number, author in enumerate(AUTHORS, 1)])


def test_it_counts_organisations_that_make_half_of_what_names_one():
    (row,) = elephant_factor.measure(KNOWN, options()).to_dict("records")
    assert row == {"value": 1, "organisations": 2, "told": 50}


def test_the_example_of_chaoss_with_eight_equal_ones_gives_four():
    pairs = [f"P{person} <p{person}@o{place}.example>" for place in range(8) for person in range(2)]
    known = facts(commits=[commit(number, by=author) for number, author in enumerate(pairs, 1)])
    assert elephant_factor.measure(known, options())["value"][0] == 4


def test_by_organisation_all_commits_are_told_and_no_private_domain():
    table = elephant_factor.measure(KNOWN, options(by="organisation"))
    assert table.to_dict("records") == [
        {"organisation": "two.example", "value": 3, "share": 30, "people": 2},
        {"organisation": "(free mail)", "value": 2, "share": 20, "people": 1},
        {"organisation": "one.example", "value": 2, "share": 20, "people": 2},
        {"organisation": "(hidden by a forge)", "value": 1, "share": 10, "people": 1},
        {"organisation": "(no domain)", "value": 1, "share": 10, "people": 1},
        {"organisation": "(private domains)", "value": 1, "share": 10, "people": 1},
    ]


def test_a_domain_that_two_people_ever_used_is_one_in_every_window():
    rows = [commit(1, by=AUTHORS[0], on="2018-01-01"), commit(2, by=AUTHORS[1], on="2020-06-20")]
    table = elephant_factor.measure(facts(commits=rows), options(by="organisation", window=THIRTY_DAYS))
    assert table["organisation"].tolist() == ["one.example"]
    by_year = elephant_factor.measure(facts(commits=rows), options(by="year"))
    assert by_year["value"].fillna(-1).tolist() == [1, -1, 1]
    assert by_year["told"].fillna(-1).tolist() == [100, -1, 100]


def test_without_an_organisation_it_cannot_be_told():
    (row,) = elephant_factor.measure(facts(commits=[commit(1)]), options()).to_dict("records")
    assert (row["value"] != row["value"], row["organisations"], row["told"]) == (True, 0, 0)
