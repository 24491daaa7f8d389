"""What a column was read from, in words."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.column_words import IN_PART, standing
from analyzer.model.comparison import Column, Member

NOON = 1_781_784_000
ONE = Column("flask", "https://example.org/flask", "main", "0123456789abcdef", NOON, 0)
BOTH = replace(
    ONE,
    name="pallets",
    location="",
    branch="",
    sha="",
    members=(Member("flask", "x", "main", "a" * 40, NOON), Member("click", "y", "8.x", "b" * 40, NOON)),
)


def test_a_repository_has_one_commit():
    assert standing(ONE) == "commit 0123456789 of 18 June 2026, branch main"


def test_a_project_has_those_of_its_repositories():
    assert standing(BOTH) == (
        "flask at commit aaaaaaaaaa of 18 June 2026, branch main and "
        "click at commit bbbbbbbbbb of 18 June 2026, branch 8.x"
    )
    assert BOTH.names == {"pallets", "flask", "click"}


def test_names_and_hashes_are_made_what_they_must_be():
    told = standing(BOTH, text=str.upper, commit=lambda digits: f"`{digits}`")
    assert told.startswith("FLASK at commit `aaaaaaaaaa` of 18 June 2026, branch MAIN and CLICK at")


def test_a_missing_part_of_the_history_is_told():
    assert standing(replace(ONE, floor=True)).endswith(f"; {IN_PART}")
