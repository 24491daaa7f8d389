"""What is derived from facts is made once for each answer to the options that it looks at."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from analyzer.measure.derived import derived
from analyzer.model.frames import Facts
from analyzer.model.metric import TWELVE_MONTHS, Metric, Options
from analyzer.registry import discover
from tests.build import facts, options

CALLS: list[str] = []
SHARED = facts()


@derived("identity")
def by_rule(facts: Facts, options: Options) -> str:
    CALLS.append(options.identity)
    return f"{facts.repository} by {options.identity}"


@derived()
def name(facts: Facts) -> str:
    CALLS.append("")
    return facts.repository


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    CALLS.clear()
    yield


def test_the_same_question_is_answered_once():
    known = facts()
    answers = [by_rule(known, options(identity="raw")), by_rule(known, options(identity="raw", window=TWELVE_MONTHS))]
    assert answers == [f"{known.repository} by raw"] * 2
    assert CALLS == ["raw"]


def test_another_option_that_it_looks_at_is_another_question():
    known = facts()
    assert by_rule(known, options(identity="raw")) != by_rule(known, options(identity="openhub"))
    assert CALLS == ["raw", "openhub"]


def test_two_functions_and_other_facts_share_nothing():
    known, others = facts(), facts()
    assert name(known) == name(others) == known.repository
    assert by_rule(known, options(identity="raw")) != name(known)
    assert CALLS == ["", "", "raw"]


@pytest.mark.parametrize("metric", discover("analyzer.measure.metrics", Metric).values(), ids=lambda one: one.name)
def test_no_metric_changes_what_another_derived(metric):
    for split in (None, *metric.by):
        asked = options(by=split)
        assert metric.measure(SHARED, asked).equals(metric.measure(facts(), asked))


@derived("categories")
def by_category(facts: Facts, options: Options, *, extra: int = 0) -> int:
    CALLS.append(str(extra))
    return extra


def test_a_mapping_and_words_of_ones_own_are_part_of_the_question():
    known = facts()
    logic, prose = (
        replace(options(), categories={"Python": "logic"}),
        replace(options(), categories={"Python": "prose"}),
    )
    for asked in (logic, prose, replace(logic, categories=dict(logic.categories))):
        by_category(known, asked)
    assert by_category(known, logic, extra=7) == 7
    assert CALLS == ["0", "0", "7"]
