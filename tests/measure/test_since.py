"""What is new since an earlier moment."""

from __future__ import annotations

from analyzer.measure.since import new_commits, new_people, new_releases
from tests.build import BOB, commit, facts, options

OLD = facts(commits=(commit(1), commit(2, by=BOB)))
CY = "Cy <cy@example.org>"
NEW = facts(commits=(commit(1), commit(2, by=BOB), commit(3, by=CY), commit(4, by="Di <d@e.org>"), commit(5, by=CY)))


def test_commits_are_new_that_were_not_there():
    assert new_commits(OLD, NEW) == 3
    assert new_commits(NEW, NEW) == 0
    # What the earlier state had and the later has not is no news.
    assert new_commits(NEW, OLD) == 0


def test_people_are_new_who_had_no_commit_before_those_with_most_first():
    assert new_people(OLD, NEW, options(identity="openhub")) == ["Cy", "Di"]


def test_who_is_known_under_another_address_is_not_new_where_the_rule_knows_it():
    again = facts(commits=(commit(1), commit(2, by=BOB), commit(3, by="Bob <other@example.org>")))
    assert new_people(OLD, again, options(identity="openhub")) == []
    assert new_people(OLD, again, options(identity="raw")) == ["Bob"]


def test_releases_are_new_tags_that_are_versions_in_their_order():
    names = {"1.0", "1.10", "1.9", "2.0rc1", "nightly", "v1.2"}
    assert new_releases(names, {"1.0"}) == ("v1.2", "1.9", "1.10", "2.0rc1")
    assert new_releases(names, names) == ()
