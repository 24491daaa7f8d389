"""What every format keeps to, whichever are on the shelves."""

from __future__ import annotations

import re

import pytest

from analyzer.model.format import Means
from analyzer.render.clean import cleaned
from analyzer.stages.writing import formats
from tests import gold
from tests.render import build

NAMES = tuple(formats())
TEXTS = tuple(name for name in NAMES if name != "card")
MADE = {
    "two": lambda: build.judged(build.comparison(months=40, commits=40)),
    "hostile": build.hostile,
    "empty": build.empty,
}
ATTACK = re.compile(r"<(?:script|img)|javascript:", re.IGNORECASE)


def make(name, comparison, tmp_path, **means):
    chosen = formats()[name]
    given = comparison if chosen.exact else cleaned(comparison)
    return chosen.make(given, Means(tmp_path, **means))


def test_the_formats_that_the_command_line_offers_are_those_on_the_shelves():
    from analyzer.cli.group import diptych

    command = diptych.get_command(diptych.make_context("diptych", [], resilient_parsing=True), "report")
    (option,) = [each for each in command.params if each.name == "form"]
    assert list(option.type.choices) == ["html", *NAMES]


def test_names_of_files_tell_formats_apart():
    suffixes = [one.suffix for one in formats().values()]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix != ".html" for suffix in suffixes)
    assert all(one.title and not one.title.endswith(".") for one in formats().values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", MADE)
def test_the_same_comparison_gives_the_same_text_or_picture(name, which, tmp_path):
    made = make(name, MADE[which](), tmp_path)
    assert made
    assert make(name, MADE[which](), tmp_path) == made


@pytest.mark.parametrize("name", NAMES)
def test_many_repositories_find_a_place(name, tmp_path):
    names = [f"repository-{number}" for number in range(12)]
    made = make(name, build.comparison(names, months=14, commits=5), tmp_path)
    if isinstance(made, str) and name != "summary":
        assert all(each in made for each in names)


# Of JSON, the way back says more: tests/export/test_json.py.
@pytest.mark.parametrize("name", [name for name in TEXTS if name != "json"])
@pytest.mark.parametrize("which", ["two", "hostile"])
def test_the_text_is_as_it_was(name, which, tmp_path, request):
    text = make(name, MADE[which](), tmp_path)
    gold.compare(
        text.replace("\r\n", "\n"), f"formats/{which}.{name}", update=request.config.getoption("--update-gold")
    )


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_drives_a_terminal(name, tmp_path):
    text = make(name, build.hostile(), tmp_path)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert text.encode("utf-8")


@pytest.mark.parametrize("name", ("markdown", "summary"))
def test_no_text_becomes_markup(name, tmp_path):
    assert ATTACK.search(build.HOSTILE)
    assert not ATTACK.search(make(name, build.hostile(), tmp_path))
