"""What pages say of themselves, whoever wrote them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.export.headlines import dumps, headlines
from analyzer.export.shelved import read
from tests.render import build

SAID = headlines(build.comparison(months=2, commits=2))


def page(block: str) -> str:
    return f'<!doctype html><script type="application/json" id="headlines">{block}</script><p>more'


def changed(**values: object) -> str:
    return page(json.dumps({**json.loads(dumps(SAID)), **values}))


def of_first(**values: object) -> str:
    plain = json.loads(dumps(SAID))
    plain["repositories"][0] |= values
    return page(json.dumps(plain))


def of_figure(text: str) -> str:
    plain = json.loads(dumps(SAID))
    plain["repositories"][0]["figures"][0]["value"] = "HERE"
    return page(json.dumps(plain).replace('"HERE"', text))


def test_a_page_says_what_was_written_into_it():
    assert read(page(dumps(SAID))) == SAID


def test_names_that_attack_end_no_script():
    block = dumps(headlines(build.hostile()))
    assert "<" not in block
    assert read(page(block)) == headlines(build.hostile())


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "<p>no block",
        page(""),
        page("{"),
        page("[]"),
        page("null"),
        page("[" * 200_000),
        page(dumps(SAID)) * 2,
        changed(schema_version=2),
        changed(title=7),
        changed(title="x" * 1_001),
        changed(end="today"),
        changed(end=True),
        changed(end=10**400),
        changed(repositories=[{}]),
        of_first(time=1e999),
        of_first(figures=[1]),
        of_first(sha=None),
        of_figure("NaN"),
        of_figure("1e999"),
        of_figure("-1e16"),
        of_figure("true"),
        of_figure("[]"),
        of_figure(json.dumps("x" * 1_001)),
        changed(repositories=[json.loads(dumps(SAID))["repositories"][0]] * 1_001),
    ],
)
def test_what_no_report_would_say_says_nothing(broken):
    assert read(broken) is None


@given(st.text())
def test_no_text_is_too_odd_to_read(text):
    assert read(text) is None
    assert read(page(text)) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda each: st.lists(each) | st.dictionaries(st.sampled_from(sorted(json.loads(dumps(SAID)))), each),
    )
)
def test_no_json_is_too_odd_to_read(value):
    assert read(changed(repositories=value)) in (None, read(changed(repositories=[])))
