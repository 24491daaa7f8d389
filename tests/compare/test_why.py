"""From sums at two commits to plain values: parts sum to the change, whichever way one goes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analyzer.compare.why import State, ratio_change
from analyzer.errors import BadMoment
from analyzer.model.moment import Moment
from analyzer.model.ratio_change import COMMIT, FILE, FOLDER, SPLITS, RatioChange, RatioSplit
from tests.build import OPENHUB

Tree = dict[str, tuple[int, int]]
PATHS = ("a.py", "src/b.py", "src/x/c.py", "src/x/d.py")
COUNTS = st.integers(0, 50)
TREES = st.dictionaries(st.sampled_from(PATHS), st.tuples(COUNTS, COUNTS))


def frame(tree: Tree) -> pd.DataFrame:
    rows = [(path, comment, comment + code) for path, (comment, code) in tree.items()]
    return pd.DataFrame(rows, columns=["path", "numerator", "denominator"]).astype(
        {"numerator": int, "denominator": int}
    )


def trunk(trees: list[Tree]) -> pd.DataFrame:
    rows = [
        (place, f"c{place}", 100 * place, *(int(frame(tree)[side].sum()) for side in ("numerator", "denominator")))
        for place, tree in enumerate(trees)
    ]
    return pd.DataFrame(rows, columns=["position", "sha", "time", "numerator", "denominator"])


def state(tree: Tree, position: int, branch: str = "") -> State:
    sha = branch or f"c{position}"
    return State(Moment(sha, 100 * position, position, 0, on_trunk=not branch, label=branch), frame(tree))


def explained(start: State, end: State, trees: list[Tree], top: int | None = None) -> RatioChange:
    subjects = {f"c{place}": f"Commit {place}" for place in range(len(trees))}
    return ratio_change("tiny", OPENHUB, start, end, trunk(trees), subjects, top)


def summed(split: RatioSplit) -> tuple[float, int, int]:
    rows = [*split.parts, *([split.rest] if split.rest else [])]
    return sum(row.points for row in rows), sum(row.numerator for row in rows), sum(row.denominator for row in rows)


def lines_of(tree: Tree) -> int:
    return sum(comment + code for comment, code in tree.values())


@given(
    st.lists(TREES, min_size=2, max_size=6),
    st.data(),
    st.none() | TREES,
    st.none() | TREES,
    st.none() | st.integers(0, 3),
)
def test_every_split_sums_to_the_change_on_and_off_the_trunk_and_backwards(trees, data, first, last, top):
    places = st.integers(0, len(trees) - 1)
    low, high = data.draw(places), data.draw(places)
    start = state(trees[low], low) if first is None else state(first, low, "before")
    end = state(trees[high], high) if last is None else state(last, high, "after")
    assume(start.sums.denominator and end.sums.denominator)
    change = explained(start, end, trees, top)
    whole = Fraction(100 * end.sums.numerator, end.sums.denominator)
    whole -= Fraction(100 * start.sums.numerator, start.sums.denominator)
    above = end.sums.numerator - start.sums.numerator
    below = end.sums.denominator - start.sums.denominator
    assert change.points == float(whole)
    for by in SPLITS:
        points, *lines = summed(change.splits[by])
        assert points == pytest.approx(float(whole), abs=1e-9), by
        assert lines == [above, below], by
        assert top is None or len(change.splits[by].parts) <= top


TREES_BY_HAND: list[Tree] = [{"a.py": (1, 1)}, {"a.py": (1, 3)}, {"a.py": (1, 3), "src/b.py": (4, 0)}]


def test_commits_have_what_they_did_to_the_ratio_their_subject_and_their_time():
    change = explained(state(TREES_BY_HAND[0], 0), state(TREES_BY_HAND[2], 2), TREES_BY_HAND)
    told = [(part.name, part.points, part.title, part.time) for part in change.splits[COMMIT].parts]
    assert told == [("c2", 37.5, "Commit 2", 200), ("c1", -25.0, "Commit 1", 100)]


def test_backwards_each_commit_is_undone():
    change = explained(state(TREES_BY_HAND[2], 2), state(TREES_BY_HAND[0], 0), TREES_BY_HAND)
    assert [(part.name, part.points) for part in change.splits[COMMIT].parts] == [("c2", -37.5), ("c1", 25.0)]


def test_what_a_branch_has_of_its_own_is_one_part():
    start, end = state({"a.py": (3, 1)}, 0, "1.0"), state({"a.py": (1, 3), "b.py": (0, 4)}, 1, "2.0")
    parts = {part.name: part for part in explained(start, end, TREES_BY_HAND).splits[COMMIT].parts}
    assert {name: part.points for name, part in parts.items()} == {"1.0": -25.0, "c1": -25.0, "2.0": -12.5}
    assert parts["1.0"].title == "without what 1.0 has off the trunk"
    assert (parts["2.0"].title, parts["2.0"].time) == ("what 2.0 has off the trunk", 100)


def test_a_commit_that_leaves_nothing_is_told_with_the_next():
    trees: list[Tree] = [{"a.py": (1, 1)}, {}, {"a.py": (1, 3)}]
    change = explained(state(trees[0], 0), state(trees[2], 2), trees)
    assert [(part.name, part.points) for part in change.splits[COMMIT].parts] == [("c2", -25.0)]


def test_the_rest_is_the_sum_of_what_is_not_listed():
    trees: list[Tree] = [{"a.py": (1, 1)}, {"a.py": (1, 1), "src/b.py": (0, 6), "src/x/c.py": (0, 1), "z.py": (1, 0)}]
    change = explained(state(trees[0], 0), state(trees[1], 1), trees, top=1)
    files = change.splits[FILE]
    assert ([part.name for part in files.parts], files.others) == (["src/b.py"], 2)
    assert files.rest is not None
    assert (files.rest.name, files.rest.numerator, files.rest.denominator) == ("", 1, 2)
    assert [part.name for part in change.splits[FOLDER].parts] == ["src/"]


def test_one_commit_against_itself_has_no_parts():
    change = explained(state(TREES_BY_HAND[0], 0), state(TREES_BY_HAND[0], 0), TREES_BY_HAND)
    assert (change.points, [split.parts for split in change.splits.values()]) == (0.0, [(), (), ()])


def test_without_a_ratio_at_one_end_there_is_nothing_to_split():
    with pytest.raises(BadMoment, match="nothing is counted in tiny as of c0"):
        explained(state({}, 0), state(TREES_BY_HAND[0], 0), TREES_BY_HAND)


@pytest.mark.parametrize(
    ("definition", "sides"),
    [
        (OPENHUB, ("comment lines", "comment and code lines")),
        (replace(OPENHUB, per_code=True), ("comment lines", "code lines")),
        (replace(OPENHUB, numerator={"comment": 1}), ("lines above the bar", "lines below it")),
    ],
)
def test_what_is_divided_by_what_has_a_name(definition, sides):
    whole = state(TREES_BY_HAND[0], 0)
    change = ratio_change("tiny", definition, whole, whole, trunk(TREES_BY_HAND), {})
    assert (change.above, change.below) == sides
