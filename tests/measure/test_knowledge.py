"""Shares of the lines, whoever wrote them."""

from collections import Counter, defaultdict

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.knowledge import LEAST_LINES, ONE_PERSON, split, written
from tests.build import commit, facts, file, options

PATHS = ("a.py", "b.py", "c/d.py")
WRITTEN = st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from("XYZ"), st.integers(0, 30)), max_size=15)


@given(WRITTEN)
def test_what_depends_on_one_person_is_as_by_brute_force(rows):
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for path, who, lines in rows:
        sums[path][who] += lines
    totals = {path: sum(some.values()) for path, some in sums.items() if sum(some.values())}
    lone = {
        path
        for path, lines in totals.items()
        if lines >= LEAST_LINES and 100 * max(sums[path].values()) >= ONE_PERSON * lines
    }
    known = facts(commits=[commit(1)], files=[file(path) for path in PATHS])
    table = pd.DataFrame(rows, columns=["path", "author_name", "lines"]).astype(
        {"path": "str", "author_name": "str", "lines": "int64"}
    )
    found = written(known, options(), table.assign(author_email=""))
    whole = split(found, None).iloc[0]
    assert (whole["dependent"], whole["files"]) == (len(lone), len(totals))
    assert sum(split(found, "person")["lines"]) == sum(totals.values())
    if totals:
        assert whole["value"] == pytest.approx(100 * sum(totals[path] for path in lone) / sum(totals.values()))
        assert sum(split(found, "person")["value"]) == pytest.approx(100)
    by_file = split(found, "file").set_index("path")
    for path, lines in totals.items():
        assert by_file.loc[path, "value"] == pytest.approx(100 * max(sums[path].values()) / lines)
        assert by_file.loc[path, "authors"] == sum(count > 0 for count in sums[path].values())


TOGETHER = {"key": "Co-authored-by", "value": "Cy <cy@x.org>"}


def ours(credit: str, by: str | None = "person", trailers=({"commit_id": 1, **TOGETHER},)):
    """Return what is known of nine lines by commit 1 and three by commit 2 in one file."""
    ada, bob, cy = ("Ada <ada@x.org>", "Bob <bob@x.org>", {"committer_name": "Cy", "committer_email": "cy@x.org"})
    known = facts(commits=[commit(1, by=ada), commit(2, by=bob, **cy)], files=[file("a.py")], trailers=trailers)
    lines = pd.DataFrame(
        {
            "path": ["a.py", "a.py"],
            "author_name": ["Ada", "Bob"],
            "author_email": ["ada@x.org", "bob@x.org"],
            "lines": [9, 3],
            "commit_id": [1, 2],
        }
    )
    return split(written(known, options(by=by, credit=credit), lines), by)


def lines_of(table: pd.DataFrame) -> dict[str, float]:
    return dict(zip(table["person"], table["lines"], strict=True))


def test_lines_are_the_authors_or_the_committers_or_shared_with_co_authors():
    assert lines_of(ours("author")) == {"Ada": 9, "Bob": 3}
    assert lines_of(ours("committer")) == {"Ada": 9, "Cy": 3}
    assert lines_of(ours("co-authors")) == {"Ada": 4.5, "Cy": 4.5, "Bob": 3}
    assert list(ours("co-authors")["value"]) == [37.5, 37.5, 25]


def test_who_is_named_twice_has_one_share():
    named = [{"commit_id": 1, **TOGETHER}, {"commit_id": 1, **TOGETHER}]
    named.append({"commit_id": 1, "key": "co-authored-by", "value": "Ada <ada@x.org>"})
    assert lines_of(ours("co-authors", trailers=named)) == {"Ada": 4.5, "Cy": 4.5, "Bob": 3}


def test_thirds_of_lines_sum_to_whole_ones():
    named = [{"commit_id": 2, **TOGETHER}, {"commit_id": 2, "key": "Co-authored-by", "value": "Dee <dee@x.org>"}]
    (row,) = ours("co-authors", "file", named).to_dict("records")
    assert (row["lines"], row["value"], row["authors"], row["depends"]) == (12, 75, 4, 0)


def test_what_two_wrote_together_depends_on_neither():
    both = [{"commit_id": number, **TOGETHER} for number in (1, 2)]
    assert ours("author", None)["dependent"].item() == 0
    assert ours("co-authors", None, both)["dependent"].item() == 0
    assert ours("committer", None, ())["dependent"].item() == 0
    assert ours("author", "file")["label"].item() == "Ada"


def test_lines_of_a_commit_that_is_not_known_are_their_authors():
    known = facts(commits=[commit(1)], files=[file("a.py")])
    table = pd.DataFrame(
        {"path": ["a.py"], "author_name": ["Bob"], "author_email": [""], "lines": [3], "commit_id": [9]}
    )
    for credit in ("author", "committer", "co-authors"):
        assert lines_of(split(written(known, options(by="person", credit=credit), table), "person")) == {"Bob": 3}
