from __future__ import annotations

import pytest

from analyzer.count.grammar import Kind, grammar
from analyzer.count.languages import ALL, BY_NAME


@pytest.mark.parametrize("language", [language.name for language in ALL])
def test_no_token_matches_the_empty_text(language: str):
    pattern = grammar(language).pattern
    assert pattern is None or pattern.fullmatch(b"") is None


@pytest.mark.parametrize("language", [language.name for language in ALL])
def test_every_island_is_in_a_known_language(language: str):
    assert {island.language for island in BY_NAME[language].islands} <= set(BY_NAME)


def test_the_group_that_matched_says_what_a_token_is():
    syntax = grammar("JavaScript")
    assert syntax.pattern is not None
    kinds = []
    for match in syntax.pattern.finditer(b"'a' // b\n`c` /d/"):
        token = syntax.tokens[match.lastindex] if match.lastindex else None
        kinds.append(token.kind if token else None)
    assert kinds == [None, Kind.COMMENT, Kind.STRING, None]


def test_a_language_without_comments_and_strings_has_no_pattern():
    assert grammar("Plain text").pattern is None


def test_the_exit_of_an_island_comes_before_everything_else():
    syntax = grammar("PHP code", r"\?>")
    assert syntax.pattern is not None
    match = syntax.pattern.search(b"a ?> 'b'")
    assert match is not None and match.lastindex is not None
    token = syntax.tokens[match.lastindex]
    assert token is not None and token.kind is Kind.EXIT
