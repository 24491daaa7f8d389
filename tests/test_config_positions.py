"""Every key of a TOML text is found where it stands."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analyzer.config.positions import Place, positions
from analyzer.config.toml import line_of

ODD = '''\
# [[repository]] in a comment = 1
title = """
[[repository]]
name = "not here"
""" # behind

[[ repository ]]
"name" = 'a'   # a = b
exclude = [ # why
  "x",
  "]",
  # none
  "y" ]

[[repository]]
url = "https://example.org/#[[claim]]"
person = { name = "p", aliases = ["q", { deep = 1 }] }
[settings.more]
a.b.'c d' = 1
[[repository]]
branch = "m"
[repository.sub]
x = 1979-05-27T07:32:00Z
end = \'\'\'four quotes\'\'\'\'
last = true
'''

EXPECTED = {
    ("title",): 2,
    ("repository", 0): 7,
    ("repository", 0, "name"): 8,
    ("repository", 0, "exclude"): 9,
    ("repository", 0, "exclude", 0): 10,
    ("repository", 0, "exclude", 1): 11,
    ("repository", 0, "exclude", 2): 13,
    ("repository", 1): 15,
    ("repository", 1, "url"): 16,
    ("repository", 1, "person"): 17,
    ("repository", 1, "person", "name"): 17,
    ("repository", 1, "person", "aliases", 1, "deep"): 17,
    ("settings", "more"): 18,
    ("settings", "more", "a"): 19,
    ("settings", "more", "a", "b"): 19,
    ("settings", "more", "a", "b", "c d"): 19,
    ("repository", 2): 20,
    ("repository", 2, "branch"): 21,
    ("repository", 2, "sub"): 22,
    ("repository", 2, "sub", "x"): 23,
    ("repository", 2, "sub", "end"): 24,
    ("repository", 2, "sub", "last"): 25,
}


@pytest.mark.parametrize("place", EXPECTED, ids=str)
def test_a_key_is_found_in_whatever_way_it_is_written(place: Place) -> None:
    tomllib.loads(ODD)
    assert positions(ODD)[place] == EXPECTED[place]


def test_lines_that_end_as_on_windows_are_counted_once() -> None:
    assert positions("a = 1\r\n\r\nb = 2\r\n")[("b",)] == 3


def test_what_is_missing_is_sought_around_it() -> None:
    assert line_of(ODD, ("repository", 1, "branch")) == 15
    assert line_of(ODD, ("nothing",)) == 1


keys = st.text(min_size=1, max_size=8)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


values = st.recursive(
    st.one_of(st.integers(-9, 9).map(str), texts.map(quoted), st.booleans().map(lambda one: str(one).lower())),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: "[\n# [x]\n" + ",\n".join(parts) + "]"),
    max_leaves=5,
)


def leaves(value: object, place: Place = ()) -> list[Place]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in leaves(inner, (*place, key))]
    if isinstance(value, list):
        return [place, *(one for index, inner in enumerate(value) for one in leaves(inner, (*place, index)))]
    return [place]


@given(st.lists(st.tuples(keys, st.dictionaries(keys, values, max_size=3)), max_size=4))
def test_all_that_tomllib_reads_has_a_line(tables: list[tuple[str, dict[str, str]]]) -> None:
    text, expected = "", {}
    counts: dict[str, int] = {}
    for name, pairs in tables:
        counts[name] = counts.get(name, -1) + 1
        text += f"[[{quoted(name)}]] # = [\n"
        for key, value in pairs.items():
            expected[(name, counts[name], key)] = text.count("\n") + 1
            text += f"{quoted(key)} = {value}\n"
    found = positions(text)
    assert {place: found[place] for place in expected} == expected
    missing = [place for place in leaves(tomllib.loads(text)) if len(place) > 1 and place not in found]
    assert missing == []


@example('"\\a" = 1')
@given(st.text("[]{}=\"'#\n.a\\,", max_size=30))
def test_what_is_no_toml_ends_the_search_and_breaks_nothing(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in positions(text).values())
