"""Who the people of a repository are."""

from analyzer.measure.roster import roster
from analyzer.model.people import People
from analyzer.model.roster import Member, Merge
from tests.build import at, commit, facts, options

BOT = "renovate <bot@x.org>"
KNOWN = facts(
    commits=[
        commit(1, by="Ada Byron <ada@x.org>", on=0),
        commit(2, by="Ada <ADA@x.org>", on="2020-02-01"),
        commit(3, by="Ada Byron <ada@x.org>", on="2020-03-01", parents=2),
        commit(4, by=BOT, on=2**40),
    ],
    trailers=[{"commit_id": 4, "key": "Co-authored-by", "value": "Ada Byron <ada@x.org>"}],
    mailmap=[],
)


def test_people_are_listed_with_what_they_did_the_busiest_first():
    found = roster(KNOWN, options(identity="folded"))
    assert (found.repository, found.identity) == ("tiny", "folded")
    assert found.members == (
        Member("Ada Byron", "a…@…", 3, at("2020-02-01"), at("2020-03-01"), 2, program=False),
        Member("renovate", "b…@…", 1, None, None, 1, program=True),
    )


def test_it_says_what_is_one_person_and_why():
    found = roster(KNOWN, options(identity="folded"))
    assert found.merges == (Merge("same e-mail", "Ada Byron", "Ada", "A…@…", "Ada Byron", "a…@…"),)
    assert found.mailmap == "Ada Byron <ada@x.org> <ADA@x.org>\n"
    assert roster(KNOWN, options(identity="raw")).merges == ()


def test_people_are_those_whom_commits_count_for():
    found = roster(KNOWN, options(identity="email", credit="co-authors", bots="without"))
    assert [(one.name, one.commits) for one in found.members] == [("Ada Byron", 4)]
    assert [one.name for one in roster(KNOWN, options(bots="only", people=People(bots=("ada",)))).members] == ["Ada"]


def test_the_mailmap_is_never_shown_by_accident():
    assert "ada@x.org" not in repr(roster(KNOWN, options(identity="folded")))
