"""Changes of the code that comments stand by, version by version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.count.comment_blocks import blocks_of
from analyzer.count.line_kinds import LineKinds
from analyzer.mine.attribution import follow
from analyzer.mine.beside import beside_of, rows_of
from analyzer.model.survival import Beside, Step, unpack

PATH = 1


def told(versions: Sequence[str], ignored: int | None = None) -> Mapping[str, tuple[int, tuple[int, ...]]]:
    """Return line -> changes beside it, and their last positions, after a file went through versions from 0 on."""
    texts = {str(place): version.encode() for place, version in enumerate(versions)}
    steps = [
        Step(10 + place, place, PATH, PATH, str(place - 1) if place else None, str(place), "Python", place == ignored)
        for place in range(len(versions))
    ]
    found = follow({}, steps, texts.get, LineKinds().of, blocks_of)
    lines = versions[-1].split("\n")
    assert len(unpack(found.states[PATH])) == versions[-1].count("\n")
    return {
        lines[line].strip(): (one.changes, one.commits)
        for one in found.beside[PATH]
        for line in range(one.line, one.line + one.lines)
    }


def test_each_commit_that_changes_the_code_counts_once_and_the_last_three_are_named() -> None:
    versions = [f"# why\nx = {number}\ny = {number}\n" for number in range(6)]
    assert told(versions) == {"# why": (5, (3, 4, 5))}


def test_a_comment_that_is_written_anew_begins_anew() -> None:
    assert told(["# why\nx = 1\n", "# why\nx = 2\n", "# how\nx = 2\n", "# how\nx = 3\n"]) == {"# how": (1, (3,))}
    assert told(["# why\nx = 1\n", "# why\nx = 2\n", "# why\n# how\nx = 2\n"]) == {}


@pytest.mark.parametrize(
    "after",
    [
        "# why\nx = 1\n",
        "# why\ny = 2\n",
        "# why\nz = 0\nx = 1\ny = 2\n",
        "# why\nx = 1\nz = 0\ny = 2\n",
        "# why\nx = 1\ny = 2\nz = 0\n",
        "# why\nz = 0\n",
        "a = 0\n# why\nx = 2\ny = 2\n",
    ],
)
def test_code_that_was_taken_changed_or_added_counts_wherever_in_the_block(after: str) -> None:
    assert told(["# why\nx = 1\ny = 2\n", after]) == {"# why": (1, (1,))}


@pytest.mark.parametrize(
    "after",
    [
        "a = 0\n\n# why\nx = 1\ny = 2\n",
        "# why\nx = 1\ny = 2\n\nz = 0\n",
        "# why\nx = 1\ny = 2\n# that\nz = 0\n",
        "# why\nx = 1\n\ny = 2\n",
        "# why\n\nx = 2\ny = 2\n",
    ],
)
def test_what_stands_elsewhere_does_not_count(after: str) -> None:
    assert told(["# why\nx = 1\ny = 2\n", after]) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# why\nx = 1\n\ny = 2\n", "# why\nx = 1\n"),
        ("a = 1\n# why\nx = 1\n", "# why\nx = 1\n"),
        ("# why\nx = 1\n\ny = 2\nz = 3\n", "# why\nx = 1\nz = 3\n"),
        ("# why\nx = 1\n# that\ny = 2\nz = 3\n", "# why\nx = 1\nz = 3\n"),
        ('# why\ndef f():\n    """Doc."""\n    a = 1\n    return 2\n', "# why\ndef f():\n    return 2\n"),
    ],
)
def test_code_that_was_removed_elsewhere_was_none_of_the_comment(before: str, after: str) -> None:
    assert told([before, after]) == {}


@pytest.mark.parametrize(
    "after",
    ["# why\nx = 1\n# new\ny = 2\n", "# why\nx = 1\n\ny = 2\n", "# why\n# more\n\n# why\nx = 1\ny = 2\n"],
)
def test_code_that_was_removed_counts_though_the_rest_stands_by_the_comment_no_more(after: str) -> None:
    assert told(["# why\nx = 1\ny = 2\nz = 3\n", after]).get("# why") == (1, (1,))


def test_a_comment_that_loses_a_line_begins_anew() -> None:
    assert told(["# why\n# so\nx = 1\n", "# why\n# so\nx = 2\n", "# why\nx = 3\n", "# why\nx = 4\n"]) == {
        "# why": (1, (3,))
    }


def test_changes_are_kept_while_a_comment_stands_by_nothing() -> None:
    versions = ["# why\nx = 1\n", "# why\nx = 2\n", "# why\n\nx = 3\n", "# why\nx = 3\n", "# why\nx = 4\n"]
    assert told(versions) == {"# why": (2, (1, 4))}


def test_commits_that_blame_passes_over_are_passed_over_and_a_comment_goes_through_them() -> None:
    versions = ["# why\nx = 1\n", "# why\nx = 2\n", "#  why\nx = (2)\n", "#  why\nx = 4\n"]
    assert told(versions, ignored=2) == {"#  why": (2, (1, 3))}
    assert told(versions) == {"#  why": (1, (3,))}


FUNCTION = '''def f(a):
    """Says."""
    x = a

    # inner
    return x


def g():
    return 2
'''


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("x = a", "x = b", {'"""Says."""'}),
        ("f(a)", "f(a, b)", {'"""Says."""'}),
        ("return x", "return y", {'"""Says."""', "# inner"}),
        ("    return x\n", "", {'"""Says."""'}),
        ("\n    # inner\n    return x\n", "", {'"""Says."""'}),
        ("# inner", "# other", set()),
        ("return 2", "return 3", set()),
        ("\n\ndef g():\n    return 2\n", "", set()),
        ("def f", "import a\n\n\ndef f", set()),
        ("\n    # inner", "\n\n    # inner", set()),
    ],
)
def test_a_docstring_stands_by_its_function_and_by_no_other(old: str, new: str, expected: set[str]) -> None:
    assert told([FUNCTION, FUNCTION.replace(old, new)]).keys() == expected


@given(st.lists(st.lists(st.integers(0, 5)), min_size=1))
def test_what_is_known_comes_back_from_the_rows(counts: list[list[int]]) -> None:
    beside, line = list[Beside](), 0
    for some in counts:
        for place, number in enumerate(some):
            if number:
                # Neighbours must differ, or they are told together.
                beside.append(Beside(line, number, 2 * number + place % 2, tuple(range(number))[-3:]))
            line += number + 1
    lines = rows_of(unpack(b""), [])
    assert beside_of(lines) == ()
    rows = rows_of(np.arange(line), beside)
    assert rows[0].tolist() == list(range(line))
    assert beside_of(rows) == tuple(beside)


Line = tuple[str, int]
"""A kind (comment, code, blank) and a number; no two lines of a history are alike."""


@given(st.data())
def test_whatever_is_done_to_a_file_each_comment_has_the_commits_that_changed_its_code(data: st.DataObject) -> None:
    fresh = iter(range(10_000))
    versions = [_lines(data, fresh)]
    for _ in range(data.draw(st.integers(1, 6))):
        kept = [line for line in versions[-1] if data.draw(st.integers(0, 5))]
        for _ in range(data.draw(st.integers(0, 3))):
            place = data.draw(st.integers(0, len(kept)))
            kept[place:place] = _lines(data, fresh)
        versions.append(kept)
    expected = dict[Line, list[int]]()
    for position, (old, new) in enumerate(pairwise(versions), 1):
        for comment, changed in _changes(old, new):
            for line in comment:
                expected[line] = [*expected.get(line, ()), position] if changed else []
    found = told([_text(version) for version in versions])
    assert found == {
        _shown(line): (len(positions), tuple(positions[-3:]))
        for line, positions in expected.items()
        if positions and line in versions[-1]
    }


def _lines(data: st.DataObject, fresh: Iterator[int]) -> list[Line]:
    kinds = data.draw(st.lists(st.sampled_from(("comment", "code", "code", "blank")), min_size=1, max_size=4))
    return [(kind, next(fresh)) for kind in kinds]


def _shown(line: Line) -> str:
    kind, number = line
    # Blank lines are told apart by their length.
    return {"comment": f"# c{number}", "code": f"x = {number}", "blank": " " * number}[kind]


def _text(lines: Sequence[Line]) -> str:
    return "".join(f"{_shown(line)}\n" for line in lines)


def _changes(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Yield the comments that one step changed (False), or beside which it changed code (True), as they are now."""
    before = list(_blocks(old))
    for comment, code in _blocks(new):
        same = [(lines, beside) for lines, beside in before if set(lines) & set(comment)]
        if not set(comment) <= set(old) or any(not set(lines) <= set(new) for lines, _ in same):
            yield comment, False
        elif not set(code) <= set(old) or any(not set(beside) <= set(new) for _, beside in same):
            yield comment, True


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield the comments that code follows at once, with that code."""
    runs = [(kind, list(some)) for kind, some in groupby(lines, lambda line: line[0])]
    for (kind, comment), (following, code) in pairwise(runs):
        if (kind, following) == ("comment", "code"):
            yield comment, code
