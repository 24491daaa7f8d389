"""Who contributed what, and when."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analyzer.measure.contributions import commits_by_person, lines_by_person, survivors_by_person
from tests.build import BOB, at, change, commit, facts, options, without

SURVIVORS = pd.DataFrame(
    {
        "path": ["src/a.py", "src/a.py", "vendor/b.py"],
        "scope": ["source", "source", "vendored"],
        "language": ["Python"] * 3,
        "commit_id": [1, 2, 2],
        "time": [at("2019-03-10"), at("2020-01-15"), at("2020-01-15")],
        "author_name": ["Ada", "Bob", "Bob"],
        "author_email": ["ada@example.org", "bob@example.org", "bob@example.org"],
        "code": [10, 20, 400],
        "comment": [2, 0, 0],
        "blank": [5, 5, 5],
    }
)


def test_each_commit_is_one() -> None:
    found = commits_by_person(facts(), options())
    assert found.people.tolist() == [0, 1, 0, 0]
    assert found.amounts.tolist() == [1, 1, 1, 1]
    assert found.where(np.array([3, 1])).times.tolist() == [at("2020-06-25"), at("2020-01-15")]


def test_a_change_counts_what_it_added_and_removed_to_its_author() -> None:
    found = lines_by_person(facts(), options())
    assert list(zip(found.people.tolist(), found.amounts.tolist(), strict=True)) == [(0, 10), (1, 25), (0, 10), (0, 4)]
    assert found.times[1] == at("2020-01-15")


def test_vendored_and_generated_paths_are_left_out_unless_they_are_asked_for() -> None:
    known = facts(commits=[commit(1), commit(2, by=BOB)], changes=[change(1, 1, 7), change(2, 2, 900)])
    known["paths"].loc[1, "scope"] = "vendored"
    assert lines_by_person(known, options()).amounts.tolist() == [7]
    assert lines_by_person(known, options(scopes=frozenset({"vendored"}))).amounts.tolist() == [900]


def test_surviving_lines_are_code_and_comment_without_vendored_files() -> None:
    known = replace(facts(), tables={**facts().tables, "survivors": SURVIVORS})
    found = survivors_by_person(known, options())
    assert found is not None
    assert found.amounts.tolist() == [12, 20]
    assert len(set(found.people.tolist())) == 2


def test_where_nobody_looked_there_are_no_survivors() -> None:
    assert survivors_by_person(without(facts(), "survivors"), options()) is None
