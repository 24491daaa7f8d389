"""Functions are followed back line by line, as `git log -L` does."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from analyzer.measure.function_changes import carried_back, function_changes, touched
from analyzer.mine.edits import edits
from analyzer.model.edit import WHOLE, Hunk
from analyzer.model.frames import Facts
from analyzer.model.moment import Moment
from tests.build import rows_as_table
from tests.repos import RepoBuilder, git

TEN = (10, 20)
"""Lines 11 to 20."""


@pytest.mark.parametrize(
    ("hunk", "told", "before"),
    [
        (Hunk(0, 0, 0, 3), False, (7, 17)),  # lines added above
        (Hunk(0, 3, 0, 0), False, (13, 23)),  # lines removed above
        (Hunk(8, 2, 8, 2), False, (10, 20)),  # changed up to the line before
        (Hunk(20, 1, 20, 1), False, (10, 20)),  # changed from the line behind
        (Hunk(10, 3, 10, 0), False, (13, 23)),  # removed right above
        (Hunk(20, 3, 20, 0), False, (10, 20)),  # removed right below
        (Hunk(15, 3, 15, 0), True, (10, 23)),  # removed within
        (Hunk(15, 0, 15, 1), True, (10, 19)),  # added within
        (Hunk(10, 1, 10, 1), True, (10, 20)),  # the first line
        (Hunk(19, 1, 19, 1), True, (10, 20)),  # the last
        (Hunk(19, 0, 19, 1), True, (10, 19)),  # the last was added
        (Hunk(5, 2, 5, 30), True, (5, 7)),  # all of it written anew
        (Hunk(10, 0, 10, 10), True, (10, 10)),  # all of it new
    ],
)
def test_a_hunk_changes_a_function_and_moves_it(hunk, told, before):
    assert touched(TEN, [hunk]) == told
    assert carried_back(TEN, [hunk]) == before


def changes_of(edit_rows, functions, renames=()):
    names = ("position", "path", "previous", "old", "removed", "new", "added")
    tables = {
        "edits": rows_as_table("edits", [dict(zip(names, row, strict=True)) for row in edit_rows]),
        "renames": rows_as_table(
            "renames", [dict(zip(("position", "previous", "path"), row, strict=True)) for row in renames]
        ),
    }
    known = Facts("tiny", Moment("0" * 40, 0, 9, 0), tables)
    return function_changes(known, pd.DataFrame(functions, columns=["path", "line", "end_line"]))


def test_each_function_has_the_commits_that_changed_it_newest_first():
    rows = [(7, "a.py", "a.py", 0, 0, 0, 5), (6, "a.py", "a.py", 5, 1, 5, 1), (3, "a.py", "a.py", 0, 1, 0, 1)]
    assert changes_of(rows, [("a.py", 6, 7), ("a.py", 11, 12), ("b.py", 1, 2)]) == [[3], [6], []]


def test_a_renamed_file_is_followed_even_where_nothing_else_was_changed():
    rows = [
        (5, "new.py", "new.py", 0, 1, 0, 1),
        (2, "old.py", "old.py", 0, 1, 0, 1),
        (6, "old.py", "old.py", 0, 1, 0, 1),
    ]
    assert changes_of(rows, [("new.py", 1, 1)], [(4, "old.py", "new.py")]) == [[5, 2]]


def test_a_function_begins_where_nothing_of_it_was_there():
    rows = [(5, "a.py", "a.py", 0, 0, 0, 2), (4, "a.py", "a.py", 0, 1, 0, 1)]
    assert changes_of(rows, [("a.py", 1, 2)]) == [[5]]


def history(folder: Path, seed: int) -> tuple[RepoBuilder, list[str], list[str]]:
    """Return a file's versions, each with a few lines changed, added or removed, in a repository, with all hashes."""
    chance = random.Random(seed)
    lines = [f"line {number}" for number in range(30)]
    builder = RepoBuilder(folder / "one.git")
    versions = []
    for step in range(12):
        if step:
            for _ in range(chance.randint(1, 3)):
                place = chance.randrange(len(lines))
                new = [f"step {step} {chance.random()}" for _ in range(chance.randint(0, 2))]
                lines[place : place + chance.randint(0, 2)] = new
        versions.append("".join(f"{line}\n" for line in lines))
        builder.commit({"a.py": versions[-1]})
    builder.build()
    return builder, versions, [builder.sha(step + 1) for step in range(12)]


@pytest.mark.parametrize("seed", range(4))
def test_it_is_what_git_log_says(tmp_path, seed):
    builder, versions, shas = history(tmp_path, seed)
    oids = [git(builder.path, "rev-parse", f"{sha}:a.py").decode().strip() for sha in shas]
    found = edits(builder.path, [(old, new) for old, new in pairwise(oids) if old != new])
    made = {(edit.old, edit.new): edit.hunks for edit in found}
    rows = [(0, "a.py", "a.py", *WHOLE)]
    rows += [
        (position, "a.py", "a.py", *hunk)
        for position in range(1, len(oids))
        for hunk in made.get((oids[position - 1], oids[position]), ())
    ]
    length = versions[-1].count("\n")
    spans = [(start, min(start + 3, length)) for start in range(1, length, 4)]
    ours = changes_of(rows, [("a.py", *span) for span in spans])
    for (start, end), positions in zip(spans, ours, strict=True):
        log = git(builder.path, "log", "--format=%H", "-s", f"-L{start},{end}:a.py", shas[-1])
        assert [shas[position] for position in positions] == log.decode().split()
