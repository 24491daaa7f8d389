"""Changes belong to the file that is there today, whatever it was called."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.lineage import present_paths
from tests.build import change, commit, facts, file

NAMES = ("a", "b", "c", "d")
OPERATIONS = st.lists(st.tuples(st.sampled_from("MDAR"), st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=25)


def present(changes, paths, tree):
    """Return the present path of each change, None for none."""
    known = facts(
        commits=[commit(number) for number in range(1, 30)],
        changes=changes,
        paths=paths,
        files=[file(path) for path in tree],
    )
    return [None if pd.isna(path) else path for path in present_paths(known)]


def renamed(commit_id, path_id, previous_id):
    return change(commit_id, path_id, previous_id=previous_id, kind="R")


def test_what_was_done_under_an_earlier_name_is_the_files():
    changes = [change(1, 1), renamed(2, 2, 1), change(3, 2), renamed(4, 3, 2)]
    assert present(changes, ["a", "b", "c"], ["c"]) == ["c"] * 4


def test_a_file_that_is_no_longer_there_has_no_path():
    assert present([change(1, 1), change(2, 1, kind="D")], ["a"], []) == [None, None]


def test_two_files_may_change_places():
    changes = [change(1, 1), change(2, 2), renamed(3, 2, 1), renamed(3, 1, 2), change(4, 1)]
    assert present(changes, ["a", "b"], ["a", "b"]) == ["b", "a", "b", "a", "a"]


def test_a_new_file_under_the_name_that_another_gave_up_is_another():
    changes = [change(1, 1), renamed(2, 2, 1), change(2, 1, kind="A"), change(3, 1)]
    assert present(changes, ["a", "b"], ["a", "b"]) == ["b", "b", "a", "a"]


def test_what_a_side_branch_did_to_the_old_name_later_is_the_files():
    assert present([change(1, 1), renamed(2, 2, 1), change(3, 1)], ["a", "b"], ["b"]) == ["b", "b", "b"]


def test_a_path_that_was_added_again_is_one_file():
    changes = [change(1, 1), change(2, 1, kind="D"), change(3, 1, kind="A")]
    assert present(changes, ["a"], ["a"]) == ["a"] * 3


def test_a_copy_begins_anew():
    assert present([change(1, 1), change(2, 2, kind="C")], ["a", "b"], ["a", "b"]) == ["a", "b"]


@given(OPERATIONS)
def test_a_line_of_commits_is_followed_as_if_step_by_step(operations):
    """The files are carried along from the first commit on; names that were given up by a rename are not used again."""
    rows_of: dict[str, list[int]] = {}
    tree, given_up, changes = set(), set(), []
    for letter, one, other in operations:
        row, number = len(changes), len(changes) + 1
        if letter in "MD" and one in tree:
            changes.append(change(number, NAMES.index(one) + 1, kind=letter))
            rows_of[one].append(row)
            tree -= {one} if letter == "D" else set()
        elif letter == "A" and one not in tree | given_up:
            changes.append(change(number, NAMES.index(one) + 1, kind=letter))
            rows_of.setdefault(one, []).append(row)
            tree.add(one)
        elif letter == "R" and one in tree and other not in tree | given_up:
            changes.append(renamed(number, NAMES.index(other) + 1, NAMES.index(one) + 1))
            rows_of[other] = [*rows_of.get(other, []), *rows_of.pop(one), row]
            tree = (tree - {one}) | {other}
            given_up.add(one)
    expected = {row: path for path in tree for row in rows_of[path]}
    assert present(changes, NAMES, sorted(tree)) == [expected.get(row) for row in range(len(changes))]
