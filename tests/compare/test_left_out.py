"""What a reader in a hurry is told of what is missing."""

from __future__ import annotations

from dataclasses import replace

from analyzer.compare.left_out import left_out
from analyzer.model.comparison import Spot
from analyzer.model.uncounted import NotCounted, Reason
from tests.compare.comparisons import comparison

PLAIN = comparison(["flask", "django"], {})


def told(*reasons: Reason) -> str | None:
    return left_out(replace(PLAIN, troubles=tuple(NotCounted("flask", reason, "a.py") for reason in reasons)))


def test_that_nothing_is_missing_is_said() -> None:
    assert told() == "Nothing was left out: every commit and every file was read."


def test_reasons_are_told_with_their_numbers_the_most_frequent_first() -> None:
    assert told(Reason.TOO_LARGE, Reason.NOT_PARSED, Reason.NOT_PARSED) == (
        "Three files are left out of some figures: 2 not parsed and 1 too large."
    )
    assert told(Reason.BINARY) == "One file is left out of some figures: binary."
    assert told(Reason.BINARY, Reason.BROKEN_OBJECT) == (
        "Two files, commits or repositories are left out of some figures: 1 binary and 1 broken object."
    )


def test_of_many_reasons_the_last_are_summed() -> None:
    reasons = (Reason.BINARY, Reason.NOT_PARSED, Reason.TOO_LARGE, Reason.TOO_SLOW, Reason.TOO_COSTLY)
    assert (told(*reasons) or "").endswith("1 binary, 1 not parsed, 1 takes too long and 2 for other reasons.")


def test_an_incomplete_history_is_told_first() -> None:
    floored = replace(PLAIN, columns=(replace(PLAIN.columns[0], floor=True), *PLAIN.columns[1:]))
    assert left_out(floored) == "Of the history of flask only a part is there: figures marked “at least” can only rise."


def test_an_earlier_state_is_told_and_what_is_not_shown_at_all_is_left_out() -> None:
    assert told(Reason.NOT_UPDATED) == "flask could not be updated: an earlier state is shown."
    gone = NotCounted("gone", Reason.NOT_UPDATED, "gone")
    expected = "One file, commit or repository is left out of some figures: not updated."
    assert left_out(replace(PLAIN, troubles=(gone,))) == expected


def test_without_repositories_nothing_is_said() -> None:
    assert left_out(replace(PLAIN, columns=())) is None


def test_files_without_lines_are_told_with_their_number_and_why() -> None:
    spots = (
        Spot("flask", "unknown language", 5, {"tree": 236}),
        Spot("django", "unknown language", 1_411, {"tree": 7_062}),
        Spot("django", "binary", 3, {"tree": 7_062}),
    )
    assert left_out(replace(PLAIN, places={"uncounted-files": spots})) == (
        "Not in the lines are 1,414 of django’s 7,062 files and 5 of flask’s 236 (1,416 unknown language and 3 binary)."
    )


def test_files_of_many_repositories_are_summed() -> None:
    names = [f"r{number}" for number in range(5)]
    spots = tuple(Spot(name, "binary", 2, {"tree": 10}) for name in names)
    many = replace(comparison(names, {}), places={"uncounted-files": spots})
    assert left_out(many) == "Not in the lines are 10 of the 50 files of five repositories (10 binary)."
