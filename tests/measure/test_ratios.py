"""Many definitions at once say what each says by itself."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.measure.metrics.comment_ratio import comment_ratio
from analyzer.measure.ratios import ratios_at_commits
from analyzer.model.claim import SCOPES
from analyzer.model.definition import Definition
from analyzer.registry import discover
from tests.build import facts, grown, options

SHELF = discover("analyzer.count.definitions", Definition)
DEFINITIONS = [one for main in SHELF.values() for one in (main, *main.variants)]
GROWTH = (
    grown(0, "2019-03-10", code=12, comment=2, docstring=3, sole=2, blank=1),
    grown(0, "2019-03-10", "Markdown", "documentation", code=7, blank=2),
    grown(0, "2019-03-10", "", code=5),
    grown(1, "2020-01-15", scope="tests", code=20, comment=1, docstring_blank=1, trailing_comment=4),
    grown(2, "2020-06-25", sha=f"{4:040x}", code=-2, docstring=3, blank=4, string=2),
    # A moment off the trunk.
    grown(3, "2020-06-26", sha="f" * 40, code=9, comment=5),
)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.name)
def test_each_ratio_is_that_of_the_metric(one: Definition, scope: str) -> None:
    known = facts(growth=GROWTH)
    found = ratios_at_commits(known, DEFINITIONS, SCOPES)[one.name, scope]
    alone = comment_ratio.measure(known, options(one, by="commit", scopes=SCOPES[scope]))
    pd.testing.assert_frame_equal(found, alone, check_dtype=False)


def test_nothing_counted_is_no_ratio() -> None:
    found = ratios_at_commits(facts(growth=[]), DEFINITIONS[:1], {"all": None})[DEFINITIONS[0].name, "all"]
    assert found["value"].isna().all()
