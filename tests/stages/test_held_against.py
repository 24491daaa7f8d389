"""Rows of two stores, held against each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyzer.stages.held_against import check

COLUMNS, KEYS = ("sha", "path", "added"), ("sha", "path")
CELLS = st.tuples(st.text(max_size=3), st.text(max_size=3), st.none() | st.integers() | st.floats(allow_nan=False))
ROWS = st.lists(CELLS, unique_by=lambda row: row[:2], max_size=8)


@given(ROWS, st.randoms())
def test_the_order_of_rows_makes_no_difference(rows, chance):
    other = chance.sample(rows, len(rows))
    found = check("changes", COLUMNS, KEYS, rows, other)
    assert found.equal
    assert (found.rows, found.differing) == (len(rows), 0)


@given(ROWS, ROWS)
def test_as_many_keys_differ_as_have_other_rows(ours, theirs):
    found = check("changes", COLUMNS, KEYS, ours, theirs)
    left, right = ({row[:2]: repr(row[2]) for row in rows} for rows in (ours, theirs))
    differing = sum(left.get(key) != right.get(key) for key in {*left, *right})
    assert found.differing == differing
    assert found.equal == (differing == 0)
    assert len(found.differences) == min(3, differing)


def test_only_the_columns_that_differ_are_told():
    (one,) = check("changes", COLUMNS, KEYS, [("a", "x.py", 1)], [("a", "x.py", None)]).differences
    assert (one.key, one.kept, one.cold) == ("a x.py", "added 1", "added None")


def test_a_row_on_one_side_only_has_nothing_on_the_other():
    (one,) = check("changes", COLUMNS, KEYS, [("a", "x.py", 1)], []).differences
    assert (one.kept, one.cold) == ("added 1", "")
    (one,) = check("words", ("word",), ("word",), [], [("Python",)]).differences
    assert (one.key, one.kept, one.cold) == ("Python", "", "there")


def test_addresses_are_shown_as_hashes_and_long_values_are_cut():
    rows = [("a", "Ada <ada@example.org>", "x" * 500)], [("a", "Ada <ada@example.org>", "y" * 500)]
    (one,) = check("changes", COLUMNS, KEYS, *rows).differences
    assert "@" not in one.key
    assert one.key.startswith("a Ada <(address ")
    assert len(one.kept) < 150
