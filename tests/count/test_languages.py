from __future__ import annotations

from collections import Counter

import pytest

from analyzer.count.languages import ALL, BY_NAME, CATEGORIES, OPENHUB_LANGUAGES, named
from analyzer.model.language import Category

CODE = {Category.LOGIC, Category.MARKUP, Category.BUILD}


def test_names_extensions_and_file_names_are_each_of_one_language():
    for of in (
        [language.name for language in ALL],
        [extension for language in ALL for extension in language.extensions],
        [name for language in ALL for name in language.filenames],
        [program for language in ALL for program in language.interpreters],
        [tag for language in ALL for tag in language.tags],
    ):
        assert [name for name, times in Counter(of).items() if times > 1] == []


def test_extensions_are_lower_case_without_their_dot():
    assert all(
        extension == extension.lower() and not extension.startswith(".")
        for language in ALL
        for extension in language.extensions
    )


def test_open_hub_counts_only_code():
    assert {CATEGORIES[name] for name in OPENHUB_LANGUAGES} == CODE


@pytest.mark.parametrize(
    "name", ["JSON", "YAML", "TOML", "Markdown", "reStructuredText", "Gettext catalogue", "Plain text"]
)
def test_open_hub_does_not_count_data_and_prose(name: str):
    assert name in BY_NAME
    assert name not in OPENHUB_LANGUAGES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C++", "C++"),
        ("javascript", "JavaScript"),
        ("Makefile", "Make"),
        ("Jupyter-Notebook", "Jupyter Notebook"),
        ("Objective-C", "Objective-C"),
        ("viml", "Vim script"),
    ],
)
def test_other_names_of_a_language_are_understood(text: str, name: str):
    language = named(text)
    assert language is not None
    assert language.name == name


def test_no_language_has_an_unknown_name():
    assert named("Klingon") is None
    assert named("") is None
