"""The split of a ratio's change: exact, to the last digit."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analyzer.compare.change import Sums, by_commit, by_file, by_folder
from analyzer.errors import BadMoment

counts = st.integers(0, 50)
trees = st.dictionaries(st.sampled_from(["a.py", "src/b.py", "src/x/c.py", "tests/d.py"]), st.tuples(counts, counts))


def frame(tree: dict[str, tuple[int, int]]) -> pd.DataFrame:
    rows = [(path, comment, comment + code) for path, (comment, code) in tree.items()]
    return pd.DataFrame(rows, columns=["path", "numerator", "denominator"])


def sums(tree: dict[str, tuple[int, int]]) -> Sums:
    comment = sum(pair[0] for pair in tree.values())
    return Sums(comment, comment + sum(pair[1] for pair in tree.values()))


@given(trees, trees)
def test_the_parts_of_files_and_folders_sum_to_the_change(
    before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]
) -> None:
    assume(sums(before).denominator and sums(after).denominator)
    whole = sums(after).percent - sums(before).percent
    files = by_file(frame(before), frame(after))
    assert sum((part.points for part in files), Fraction(0)) == whole
    assert sum((part.points for part in by_folder(files)), Fraction(0)) == whole


@given(st.lists(st.tuples(counts, st.integers(1, 50)), min_size=1))
def test_the_parts_of_commits_sum_to_the_change(states: list[tuple[int, int]]) -> None:
    series = [Sums(comment, comment + code) for comment, code in states]
    steps = pd.DataFrame(
        {
            "sha": [f"c{place}" for place in range(1, len(series))],
            "numerator": [state.numerator for state in series[1:]],
            "denominator": [state.denominator for state in series[1:]],
        }
    )
    parts = by_commit(series[0], steps)
    assert sum((part.points for part in parts), Fraction(0)) == series[-1].percent - series[0].percent


def test_a_file_that_loses_comments_pulls_the_ratio_down_and_stands_first() -> None:
    before = {"src/b.py": (50, 50), "a.py": (10, 90)}
    after = {"src/b.py": (10, 50), "a.py": (11, 90)}
    files = by_file(frame(before), frame(after))
    assert [part.name for part in files] == ["src/b.py", "a.py"]
    assert files[0].points < 0 < files[1].points
    assert (files[0].numerator, files[0].denominator) == (-40, -40)


def test_files_at_the_top_stand_together() -> None:
    files = by_file(frame({"a.py": (1, 1)}), frame({"a.py": (2, 1), "docs/x/y/z.py": (0, 5)}))
    assert {part.name for part in by_folder(files)} == {"(top level)", "docs/x/"}


def test_a_change_from_nothing_cannot_be_split() -> None:
    with pytest.raises(BadMoment):
        by_file(frame({}), frame({"a.py": (1, 1)}))
