"""The schema that editors read refuses nothing that the code takes; what an editor can see, both refuse."""

from __future__ import annotations

import copy
import datetime
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analyzer.config import load
from analyzer.config.published import schema
from analyzer.errors import ConfigError
from analyzer.stages import measurement

Content = dict[str, Any]

WHOLE: Content = {
    "title": "Ours",
    "output": "out/ours.html",
    "as_of": "2024-01-01",
    "repository": [
        {"name": "flask", "url": "https://example.org/ada/flask", "branch": "main", "exclude": ["vendor/**"]},
        {"name": "here", "path": "."},
    ],
    "project": [{"name": "both", "repositories": ["flask", "here"]}],
    "settings": {"jobs": 2, "definition": "cloc-docstrings-as-code"},
    "report": {"title": "Ours", "sections": ["comments", "size"], "hidden": ["trust"], "keep": 3, "shelf": True},
    "quality": {"radon": True, "survival": False, "months": 6, "commits": 100},
    "people": {"bots": ["*@ci.example.org"], "assistants": ["robot"]},
    "person": [{"name": "Ada", "aliases": ["ada", "ada@home.example"]}],
    "claim": [
        {
            "text": "A quarter of it is comments",
            "name": "a-quarter",
            "repository": "both",
            "metric": "comment_ratio",
            "value": 25,
            "operator": ">=",
            "tolerance": 0.5,
            "definition": "any",
            "scope": "source",
            "window": "12m",
            "identity": "folded",
            "date": "2020-07-01",
            "must_hold": True,
        }
    ],
    "alert": [{"metric": "commits", "operator": "<", "change": -3, "window": "30d", "definition": "openhub"}],
    "schedule": {"cron": "30 6 * * 1-5", "jitter": "10m", "timezone": "Europe/Berlin"},
}
"""Every table, and nearly every key."""

MADE = schema(measurement.metrics(), measurement.definitions())
EDITOR = jsonschema.Draft202012Validator(MADE)


def as_toml(content: Content) -> str:
    """Return the text of a configuration: tables one deep, values as JSON writes them, which is TOML too."""
    plain = {key: value for key, value in content.items() if not _tables(value)}
    lines = [_line(key, value) for key, value in plain.items()]
    for key, value in content.items():
        if key not in plain:
            for table in value if isinstance(value, list) else [value]:
                lines.append(f"[[{key}]]" if isinstance(value, list) else f"[{key}]")
                lines += [_line(*pair) for pair in table.items()]
    return "\n".join(lines) + "\n"


def _tables(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _line(key: str, value: object) -> str:
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def taken_by_an_editor(text: str) -> bool:
    # An editor sees a date as text.
    content = json.loads(json.dumps(tomllib.loads(text), default=datetime.date.isoformat))
    return not list(EDITOR.iter_errors(content))


def taken_by_the_code(text: str, folder: Path) -> bool:
    place = folder / "diptych.toml"
    place.write_text(text, encoding="utf-8")
    try:
        load(place)
    except ConfigError:
        return False
    return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("configurations")


def test_a_whole_configuration_is_taken_by_both(folder: Path) -> None:
    text = as_toml(WHOLE)
    assert taken_by_the_code(text, folder)
    assert taken_by_an_editor(text)
    assert set(WHOLE) == set(MADE["properties"])


def places(content: Content) -> Iterator[tuple[str | int, ...]]:
    """Yield where each value stands: ("title",), ("claim", 0, "value")."""
    for key, value in content.items():
        if not _tables(value):
            yield (key,)
        elif isinstance(value, dict):
            yield from ((key, inner) for inner in value)
        else:
            yield from ((key, index, inner) for index, table in enumerate(value) for inner in table)


PLACES = list(places(WHOLE))


def changed(place: tuple[str | int, ...], value: object) -> Content:
    """Return the configuration with another value there; None takes the key away."""
    content: Any = copy.deepcopy(WHOLE)
    table = content
    for key in place[:-1]:
        table = table[key]
    if value is None:
        del table[place[-1]]
    else:
        table[place[-1]] = value
    return dict(content)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
VALUES = st.one_of(
    st.none(),
    WORDS,
    st.integers(-3, 2_000),
    st.floats(-10, 10),
    st.booleans(),
    st.lists(st.one_of(WORDS, st.integers()), max_size=3),
    st.sampled_from(
        ["flask", "both", "comment_ratio", "commits", "openhub", "any", "all", "12m", "1d", "<", "UTC", "tests"]
    ),
)


@given(place=st.sampled_from(PLACES), value=VALUES)
@example(place=("claim", 0, "value"), value=25.5)
@example(place=("schedule", "cron"), value=None)
@example(place=("repository", 0, "url"), value=None)
def test_what_the_code_takes_an_editor_never_marks(folder: Path, place: tuple[str | int, ...], value: object) -> None:
    text = as_toml(changed(place, value))
    assert taken_by_an_editor(text) or not taken_by_the_code(text, folder), text


OTHER_KINDS = {str: 7, int: "x", float: "x", bool: "yes", list: "x"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_a_value_of_another_kind_is_refused_by_both(folder: Path, place: tuple[str | int, ...]) -> None:
    now: Any = WHOLE
    for key in place:
        now = now[key]
    text = as_toml(changed(place, OTHER_KINDS[type(now)]))
    assert (taken_by_the_code(text, folder), taken_by_an_editor(text)) == (False, False), text


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_an_unknown_key_is_refused_by_both(folder: Path, place: tuple[str | int, ...]) -> None:
    text = as_toml(changed((*place[:-1], f"{place[-1]}x"), "x"))
    assert (taken_by_the_code(text, folder), taken_by_an_editor(text)) == (False, False), text


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("repository",), None),
        (("repository", 0, "path"), "."),
        (("repository", 0, "url"), None),
        (("project", 0, "repositories"), []),
        (("person", 0, "aliases"), None),
        (("settings", "jobs"), 0),
        (("settings", "jobs"), 1025),
        (("settings", "definition"), "openhup"),
        (("report", "sections"), ["comment"]),
        (("report", "hidden"), ["comment"]),
        (("report", "keep"), -1),
        (("quality", "months"), 0),
        (("claim", 0, "text"), None),
        (("claim", 0, "metric"), "coment_ratio"),
        (("claim", 0, "definition"), "openhup"),
        (("claim", 0, "scope"), "sources"),
        (("claim", 0, "identity"), "name"),
        (("claim", 0, "operator"), "=="),
        (("claim", 0, "tolerance"), -1),
        (("alert", 0, "metric"), "comits"),
        (("alert", 0, "definition"), "any"),
        (("alert", 0, "value"), 1),
        (("alert", 0, "change"), None),
        (("schedule", "every"), "1d"),
        (("schedule", "cron"), None),
    ],
    ids=str,
)
def test_what_an_editor_can_see_it_refuses_as_the_code_does(
    folder: Path, place: tuple[str | int, ...], value: object
) -> None:
    text = as_toml(changed(place, value))
    assert (taken_by_the_code(text, folder), taken_by_an_editor(text)) == (False, False), text
