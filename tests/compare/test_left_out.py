"""What a reader in a hurry is told of what is missing."""

from __future__ import annotations

from dataclasses import replace

from analyzer.compare.left_out import left_out
from analyzer.model.uncounted import NotCounted, Reason
from tests.compare.comparisons import comparison

PLAIN = comparison(["flask", "django"], {})


def told(*reasons: Reason) -> str | None:
    return left_out(replace(PLAIN, troubles=tuple(NotCounted("flask", reason, "a.py") for reason in reasons)))


def test_that_nothing_is_missing_is_said() -> None:
    assert told() == "Nothing was left out: every commit and every file was read."


def test_reasons_are_told_with_their_numbers_the_most_frequent_first() -> None:
    assert told(Reason.TOO_LARGE, Reason.NOT_PARSED, Reason.NOT_PARSED) == (
        "Three files, commits or repositories are left out of some figures: 2 not parsed and 1 too large."
    )
    assert told(Reason.BINARY) == "One file, commit or repository is left out of some figures: binary."


def test_of_many_reasons_the_last_are_summed() -> None:
    reasons = (Reason.BINARY, Reason.NOT_PARSED, Reason.TOO_LARGE, Reason.TOO_SLOW, Reason.TOO_COSTLY)
    assert (told(*reasons) or "").endswith("1 binary, 1 not parsed, 1 takes too long and 2 for other reasons.")


def test_an_incomplete_history_is_told_first() -> None:
    floored = replace(PLAIN, columns=(replace(PLAIN.columns[0], floor=True), *PLAIN.columns[1:]))
    assert left_out(floored) == ("The history of flask is incomplete, so that counts are at least what is shown.")


def test_an_earlier_state_is_told_and_what_is_not_shown_at_all_is_left_out() -> None:
    assert told(Reason.NOT_UPDATED) == "An earlier state of flask is shown: there was no updating."
    gone = NotCounted("gone", Reason.NOT_UPDATED, "gone")
    expected = "One file, commit or repository is left out of some figures: not updated."
    assert left_out(replace(PLAIN, troubles=(gone,))) == expected


def test_without_repositories_nothing_is_said() -> None:
    assert left_out(replace(PLAIN, columns=())) is None
