from __future__ import annotations

import numpy as np

from analyzer.store import trunk

SCOPES = trunk.Scopes(source=7, generated=8)


def numbers(*values):
    return np.array(values, np.int64)


def moves(*rows):
    """(position, path, old path, old content, new content) for each change."""
    return trunk.Moves(*np.array(rows, np.int64).reshape(-1, 5).T)


def counted(*keys):
    """Return lines in which the content `b` with hint 1 has the vector (b, 10 b)."""
    blobs = numbers(*keys)
    key = np.append(-1, trunk.key_of(blobs, numbers(1)))
    vector = np.append([[0], [0]], np.stack([blobs, blobs * 10]), axis=1).astype(np.int32)
    zero = np.zeros_like(key)
    return trunk.Lines(key, np.append(0, np.full(len(blobs), 5)), zero, zero, vector)


PATHS = trunk.Paths(numbers(1, 2, 3), numbers(1, 1, 2), numbers(7, 7, 7), np.ones(3, np.bool_))


def test_a_path_may_vanish_and_come_back():
    path, blob = trunk.tree(moves((0, 1, 1, 0, 11), (1, 1, 1, 11, 0), (2, 1, 1, 0, 12)))
    assert (path.tolist(), blob.tolist()) == ([1], [12])


def test_a_path_may_be_left_and_entered_by_one_commit():
    path, blob = trunk.tree(moves((0, 1, 1, 0, 11), (0, 2, 2, 0, 12), (1, 1, 2, 12, 12), (1, 2, 1, 11, 11)))
    assert (path.tolist(), blob.tolist()) == ([1, 2], [12, 11])


def test_nothing_moved_makes_no_tree_and_no_growth():
    assert [len(column) for column in trunk.tree(moves())] == [0, 0]
    assert len(trunk.growth(moves(), PATHS, counted(11), SCOPES).position) == 0


def test_what_moves_without_a_change_of_lines_makes_no_growth():
    grown = trunk.growth(moves((0, 1, 1, 0, 11), (1, 2, 1, 11, 11)), PATHS, counted(11), SCOPES)
    assert (grown.position.tolist(), grown.vector.tolist()) == ([0], [[11], [110]])
    assert grown.files.tolist() == [1]


def test_a_rename_to_a_name_that_implies_another_language_leaves_the_first():
    grown = trunk.growth(moves((0, 1, 1, 0, 11), (1, 3, 1, 11, 11)), PATHS, counted(11), SCOPES)
    assert grown.vector.tolist() == [[11, -11], [110, -110]]
    assert grown.files.tolist() == [1, -1]


def test_a_file_without_a_line_grows_the_files_only():
    lines = counted(11)
    lines.vector[:] = 0
    grown = trunk.growth(moves((0, 1, 1, 0, 11), (1, 2, 2, 0, 11)), PATHS, lines, SCOPES)
    assert (grown.files.tolist(), grown.vector.any()) == ([1, 1], False)


def test_contents_that_were_not_counted_have_the_first_row():
    lines = counted(11, 13)
    assert lines.rows(numbers(0, 11, 12, 13, 99), numbers(1, 1, 1, 1, 1)).tolist() == [0, 1, 0, 2, 0]
    assert counted().rows(numbers(11), numbers(1)).tolist() == [0]


def test_contents_stay_from_the_first_tree_that_has_them_to_the_one_that_has_not():
    moved = moves((0, 1, 1, 0, 11), (1, 1, 1, 11, 12), (3, 2, 1, 12, 12), (5, 2, 2, 12, 0))
    found = trunk.stays(moved, numbers(0, 2, 4, 6))
    assert [column.tolist() for column in found] == [[1, 1, 2], [11, 12, 12], [0, 1, 2], [1, 2, 3]]


def test_what_came_and_went_between_two_trees_stays_in_none():
    assert [len(column) for column in trunk.stays(moves((1, 1, 1, 0, 11), (2, 1, 1, 11, 0)), numbers(0, 3))] == [0] * 4
    assert len(trunk.stays(moves(), numbers(0)).path) == 0
