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
