"""Which trees are samples, and what their syntax comes to."""

from __future__ import annotations

import numpy as np
import pytest

from analyzer.model.change import TreeChange
from analyzer.model.content import BlobFacts
from analyzer.model.moment import Moment
from analyzer.model.syntax import Syntax
from analyzer.store.samples import sampled
from tests.build import at
from tests.store.made import change, commit, kind_of, lines, mine, oid


def places(*dates, moment=None):
    times = np.array([at(date) if isinstance(date, str) else date for date in dates], np.int64)
    return sampled(times, at(moment) if moment else int(times[-1])).tolist()


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2020-01-01", "2020-03-31", "2020-04-01", "2020-04-30", "2020-05-01"], [0, 1, 3, 4]),
        (["2020-01-01"], [0]),
        (["2005-02-01", "2005-02-28", "2005-03-31", "2006-03-01", "2020-01-01"], [1, 2, 3, 4]),
    ],
)
def test_the_last_commit_of_a_month_is_a_sample(dates, expected):
    assert places(*dates) == expected


def test_a_commit_hides_the_later_dated_ones_before_it():
    assert places("2020-01-01", "2020-05-01", "2020-02-01", "2020-08-01") == [0, 2, 3]


def test_dates_that_cannot_be_true_are_passed_over():
    assert places("2020-01-01", 0, 2**40, "2020-05-01") == [0, 3]


def test_nothing_has_no_sample():
    assert places(moment="2020-01-01") == []


FIGURES = Syntax(1, 2, 3, 1, 4, 2)
DAYS = {"a": "2020-03-01", "b": "2020-03-02", "c": "2020-05-01", "d": "2020-08-01"}


@pytest.fixture
def mined(store, repo):
    history = [
        commit(name, *list(DAYS)[max(0, place - 1) : place], position=place, time=at(day))
        for place, (name, day) in enumerate(DAYS.items())
    ]
    rows = [
        change("a", "A", "x.py", new="x1"),
        change("b", "M", "x.py", "x1", "x2"),
        change("b", "A", "tests/y.py", new="y"),
        change("b", "A", "page.html", new="page"),
        change("c", "R", "moved.py", "x2", "x2", previous="x.py"),
        change("c", "A", "copy.py", new="x2"),
        change("d", "D", "copy.py", "x2"),
        change("d", "A", "z.py", new="z"),
    ]
    mine(store, repo, history, rows, {"x1": 1, "x2": 2, "y": 3, "z": 4})
    store.add_lines("counter", [lines("page", 5, hint="", language="HTML")])
    return repo


def table(store, repo, moment=None, **options):
    return store.facts(repo, "engine", moment or store.head(repo), ["syntax_samples"], **options)["syntax_samples"]


def test_python_source_of_the_sampled_trees_is_pending_each_content_once(store, mined):
    assert sorted(store.trees.pending_samples(mined, store.head(mined), "1")) == sorted([oid("x2"), oid("z")])
    first = store.moment(mined, oid("a"))
    assert store.trees.pending_samples(mined, first, "1") == [oid("x1")]


def test_what_was_parsed_is_pending_for_another_version_only(store, mined):
    store.contents.add("syntax", "1", [BlobFacts(oid("x2"), "", FIGURES)])
    assert store.trees.pending_samples(mined, store.head(mined), "1") == [oid("z")]
    assert len(store.trees.pending_samples(mined, store.head(mined), "2")) == 2


def test_each_sample_has_the_sums_of_what_is_in_its_tree(store, mined):
    store.contents.add("syntax", "1", [BlobFacts(oid("x2"), "", FIGURES)])
    store.contents.add("syntax", "1", [BlobFacts(oid("z"), "not parsed", Syntax())])
    found = table(store, mined)
    assert list(found["sha"]) == [oid("b"), oid("c"), oid("d")]
    assert list(found["time"]) == [at(DAYS[name]) for name in "bcd"]
    assert list(found["files"]) == [1, 2, 2]
    assert list(found["files_parsed"]) == [1, 2, 1]
    assert list(found["arguments"]) == [4, 8, 4]
    assert list(found["complexity"]) == [2, 4, 2]
    x, z = (sum(number * 100 + place for place in range(1, 8)) for number in (2, 4))
    assert list(found["lines"]) == [x, 2 * x, x + z]
    assert list(found["lines_parsed"]) == [x, 2 * x, x]


def test_what_was_not_looked_at_yet_counts_as_not_parsed(store, mined):
    assert list(table(store, mined)["files_parsed"]) == [0, 0, 0]


def test_excluded_paths_are_left_out(store, mined):
    found = table(store, mined, excluded=lambda path: path == "copy.py")
    assert list(found["files"]) == [1, 1, 2]


def test_a_moment_off_the_trunk_is_the_last_sample(store, mined):
    branch = [TreeChange("new.py", None, oid("new"))]
    store.add_tree(mined, branch)
    store.classify_paths(mined, "rules", {"new.py": kind_of("new.py")})
    store.add_lines("counter", [lines("new", 9)])
    moment = Moment(oid("off"), at("2020-06-01"), 2, at("2020-06-01"), on_trunk=False)
    reach = {oid(name) for name in "abc"} | {oid("off")}
    assert set(store.trees.pending_samples(mined, moment, "1", branch)) == {oid("x2"), oid("new")}
    found = table(store, mined, moment, branch_changes=branch, reach=reach)
    assert list(found["sha"]) == [oid("b"), oid("c"), oid("off")]
    assert list(found["files"]) == [1, 2, 3]
