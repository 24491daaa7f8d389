"""What the figures rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose, Table
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.render.sections.trust import trust
from tests.render import build
from tests.render.sections.conftest import small


def with_places(**places: tuple[Spot, ...]) -> Comparison:
    slugs = {slug.replace("_", "-"): spots for slug, spots in places.items()}
    return replace(small(), places={**small().places, **slugs}, troubles=())


def told(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    (table,) = (block for block in trust.blocks(comparison) if isinstance(block, Table))
    return {row[0].partition("\n")[0]: row[1:] for row in table.rows}


def test_it_is_as_it_was(check_gold):
    check_gold(trust)


def test_a_whole_history_from_where_it_was_asked_for_is_said_to_be_so():
    found = told(with_places())
    assert found["History"] == ("whole", "whole")
    assert found["Origin"] == ("as asked for, and reached", "as asked for, and reached")
    assert found["Files and commits that could not be looked into"] == ("none", "none")


@pytest.mark.parametrize(
    ("reason", "sign"),
    [
        (Reason.SHALLOW, "History"),
        (Reason.PARTIAL, "History"),
        (Reason.ORIGIN_MISMATCH, "Origin"),
        (Reason.NOT_UPDATED, "Origin"),
    ],
)
def test_what_is_wrong_with_the_mirror_stands_at_its_sign(reason: Reason, sign: str):
    one = NotCounted("flask", reason, "https://example.org", "That is so.")
    found = told(replace(small(), troubles=(one,)))
    assert found[sign][0] == f"{reason}\nThat is so."
    assert "That is so." not in found[sign][1]
    assert found["Files and commits that could not be looked into"] == ("none", "none")


def test_files_that_could_not_be_parsed_are_summed_up_by_reason():
    troubles = [NotCounted("flask", Reason.NOT_PARSED, f"{number}.py") for number in range(3)]
    more = NotCounted("flask", Reason.TOO_SLOW, "slow.py")
    found = told(replace(small(), troubles=(*troubles, more)))
    assert found["Files and commits that could not be looked into"] == ("3 not parsed\n1 takes too long", "none")


def test_the_age_of_the_head_is_reckoned_to_the_end_of_the_windows():
    first, second = small().columns
    times = (replace(first, time=build.END - 70 * build.DAY), replace(second, time=build.END))
    found = told(replace(small(), columns=times))["Newest commit"]
    assert found == ("9 April 2026\n70 days before the end of the windows", "18 June 2026\nat the end of the windows")


def test_odd_dates_are_told_by_kind_and_none_is_said():
    odd = Spot("flask", "", 3, {"author_later": 2, "future": 1, "before_1970": 0})
    fine = Spot("django", "", 0, {"author_later": 0, "future": 0, "before_1970": 0})
    found = told(with_places(odd_dates=(odd, fine)))["Commits with odd dates"]
    assert found == ("3 commits\n2 written after it was committed\n1 dated after the end", "none")


def test_a_missing_mailmap_is_none_and_one_that_is_there_says_whom_it_renames():
    spots = (Spot("flask", "", None, {"identities": 895}), Spot("django", "", 40, {"identities": 3574}))
    assert told(with_places(mapped_identities=spots))["Mailmap"] == (
        "none\n895 identities as recorded",
        "renames 40\nof 3,574 identities",
    )


def test_files_that_are_not_counted_are_told_by_kind():
    spots = (Spot("flask", "binary", 12, {"tree": 234}), Spot("flask", "too large", 1, {"tree": 234}))
    assert told(with_places(uncounted_files=spots))["Files not counted"] == (
        "13 of 234\n12 binary\n1 too large",
        "none",
    )


def test_shares_of_what_the_projects_people_did_not_write():
    scopes = (
        Spot("flask", "source", 20.0, {"code": 70, "comment": 20}),
        Spot("flask", "vendored", 0.0, {"code": 10, "comment": 0}),
    )
    found = told(with_places(comments_by_scope=scopes, bot_share=(Spot("flask", "", 1.25),)))
    assert found["Vendored code"] == ("10.0 %", "–")
    assert found["Generated code"] == ("0.0 %", "–")
    assert found["Commits by programs"] == ("1.2 %", "–")


def test_an_incomplete_history_is_said_first():
    column = replace(small().columns[0], floor=True)
    said, table, _ = trust.blocks(replace(small(), columns=(column,)))
    assert isinstance(said, Prose)
    assert said.text.startswith("Of flask only a part of the history is there.")
    assert isinstance(table, Table)
    assert table.rows[0] == ("History", "incomplete")


def test_without_repositories_there_is_no_section():
    assert trust.blocks(build.empty()) == ()
