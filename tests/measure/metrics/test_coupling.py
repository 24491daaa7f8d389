"""Files and folders that change in the same commits."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.metrics.coupling import LEAST_TOGETHER, coupling
from analyzer.measure.touches import MOST_FILES
from analyzer.model.language import Category
from tests.build import change, commit, facts, file, options

FILES = ("a/one.py", "b/two.py", "b/three.py", "tests/t.py", "notes.txt")


def known(*commits: str, files=FILES):
    """Return facts in which each commit changes the files whose first letters, after the folder, it names."""
    scopes = {"tests/t.py": "tests"}
    return facts(
        commits=[commit(number) for number in range(1, len(commits) + 1)] or [commit(1)],
        changes=[
            change(number, files.index(path) + 1) for number, names in enumerate(commits, 1) for path in names.split()
        ],
        paths=files,
        files=[
            file(path, "Plain text" if path.endswith("txt") else "Python", scopes.get(path, "source")) for path in files
        ],
    )


TWICE = known(*["a/one.py b/two.py"] * 6, *["a/one.py"] * 6, "b/two.py", "notes.txt", *["tests/t.py a/one.py"] * 5)


def pairs(some, **rest):
    return coupling.measure(some, options(by="pair", **rest)).to_dict("records")


def test_a_pair_has_support_confidence_and_lift():
    first, second = pairs(TWICE)
    assert first == {
        "path": "a/one.py",
        "other": "tests/t.py",
        "value": 100.0,
        "together": 5,
        "commits": 17,
        "other_commits": 5,
        "lift": pytest.approx(5 * 19 / (17 * 5)),
        "programs": 2,
    }
    assert (second["other"], second["value"], second["together"]) == ("b/two.py", pytest.approx(100 * 6 / 7), 6)


def test_one_scope_leaves_pairs_with_others_out():
    assert [pair["other"] for pair in pairs(TWICE, scopes=frozenset({"source"}))] == ["b/two.py"]


def test_fewer_common_commits_may_be_chance():
    assert pairs(known(*["a/one.py b/two.py"] * (LEAST_TOGETHER - 1))) == []


def test_files_that_are_no_programs_are_marked():
    categories = {"Plain text": Category.PROSE}
    (pair,) = pairs(known(*["a/one.py notes.txt"] * 5), categories=categories)
    assert pair["programs"] == 1


def test_folders_change_together_by_the_files_directly_in_them():
    some = known(*["a/one.py b/two.py"] * 3, *["a/one.py b/three.py"] * 3, *["b/two.py b/three.py"] * 9)
    (pair,) = coupling.measure(some, options(by="folder")).to_dict("records")
    assert (pair["folder"], pair["other"], pair["together"], pair["commits"], pair["other_commits"]) == (
        "a",
        "b",
        6,
        6,
        15,
    )


def test_without_a_split_it_is_the_share_of_often_changed_files_that_have_a_partner():
    row = coupling.measure(TWICE, options()).iloc[0].to_dict()
    # Of one.py's 17 commits two.py shares 6: it is no partner of it, but one.py is of both others.
    assert row == {
        "value": pytest.approx(100 * 2 / 3),
        "partnered": 2,
        "files": 3,
        "pairs": 2,
        "commits": 19,
        "left_out": 0,
    }


def test_large_commits_are_left_out_and_counted():
    many = tuple(f"f{number:02}.py" for number in range(MOST_FILES + 1))
    for size, left_out, found in ((MOST_FILES, 0, 1225), (MOST_FILES + 1, 5, 0)):
        some = known(*[" ".join(many[:size])] * 5, files=many)
        row = coupling.measure(some, options()).iloc[0]
        assert (row["left_out"], row["pairs"]) == (left_out, found)


def test_where_no_file_is_changed_often_nothing_can_be_told():
    assert coupling.measure(known("a/one.py"), options())["value"].isna().all()


COMMITS = st.lists(st.sets(st.sampled_from(FILES), min_size=1), max_size=40)


@given(COMMITS)
def test_pairs_are_those_of_brute_force(commits):
    each = Counter(path for some in commits for path in some)
    counted = Counter(pair for some in commits for pair in combinations(sorted(some), 2))
    expected = {
        pair: (
            count,
            100 * count / min(each[pair[0]], each[pair[1]]),
            count * len(commits) / each[pair[0]] / each[pair[1]],
        )
        for pair, count in counted.items()
        if count >= LEAST_TOGETHER
    }
    found = pairs(known(*map(" ".join, commits)))
    assert {(one["path"], one["other"]) for one in found} == set(expected)
    for one in found:
        assert (one["together"], one["value"], one["lift"]) == pytest.approx(expected[one["path"], one["other"]])
