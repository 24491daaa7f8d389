"""Changes of the code that comments stand by, version by version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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


def test_what_was_removed_behind_a_blank_line_was_no_code_of_the_comment() -> None:
    assert told(["# why\nx = 1\n\ny = 2\n", "# why\nx = 1\n"]) == {}
    assert told(["a = 1\n# why\nx = 1\n", "# why\nx = 1\n"]) == {}


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


LINES = st.integers(1, 12)


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


Section = tuple[int, tuple[int, ...]]
"""The number of a comment, and those of the lines of code that follow it."""


@given(st.data())
def test_whatever_is_done_to_code_and_comments_each_comment_has_the_commits_that_changed_its_code(
    data: st.DataObject,
) -> None:
    fresh = iter(range(1_000))
    made: list[Section] = [(next(fresh), (next(fresh),))]
    versions, expected = [_text(made)], dict[int, list[int]]()
    for position in range(1, data.draw(st.integers(1, 6)) + 1):
        made, changed = _edited(data, made, fresh)
        versions.append(_text(made))
        for comment in changed:
            expected.setdefault(comment, []).append(position)
    there = {f"# c{comment}" for comment, _ in made}
    assert told(versions) == {
        f"# c{comment}": (len(positions), tuple(positions[-3:]))
        for comment, positions in expected.items()
        if f"# c{comment}" in there
    }


def _text(sections: Sequence[Section]) -> str:
    return "\n".join(f"# c{comment}\n" + "".join(f"x = {line}\n" for line in code) for comment, code in sections)


def _edited(data: st.DataObject, sections: list[Section], fresh: Iterator[int]) -> tuple[list[Section], set[int]]:
    """Return the sections after some edits, and the comments that stayed while their code did not."""
    found, changed = list[Section](), set[int]()
    for comment, code in sections:
        how = data.draw(st.sampled_from(("keep", "keep", "add", "take", "change", "comment", "drop", "insert")))
        if how == "insert":
            found.append((next(fresh), (next(fresh), next(fresh))))
        if how == "drop":
            continue
        place = data.draw(st.integers(0, len(code) - 1))
        after = {
            "add": (*code[:place], next(fresh), *code[place:]),
            "take": (*code[:place], *code[place + 1 :]) if len(code) > 1 else code,
            "change": (*code[:place], next(fresh), *code[place + 1 :]),
        }.get(how, code)
        if how == "comment":
            comment = next(fresh)
        elif after != code:
            changed.add(comment)
        found.append((comment, after))
    return found or [(next(fresh), (next(fresh),))], changed
