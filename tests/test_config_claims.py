"""Claims in the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.config import Configuration, load
from analyzer.errors import ConfigError

REPOSITORIES = """
[[repository]]
name = "flask"
url = "https://example.org/flask"
[[repository]]
url = "https://example.org/django"
"""
PLAIN = """
[[claim]]
text = "A quarter is comment"
repository = "flask"
metric = "comment_ratio"
value = {value}
"""


@pytest.fixture
def read(tmp_path: Path):
    def write_and_load(text: str) -> Configuration:
        path = tmp_path / "diptych.toml"
        path.write_text(REPOSITORIES + text, encoding="utf-8")
        return load(path)

    return write_and_load


@pytest.mark.parametrize(
    ("value", "tolerance"),
    [("25", 0.5), ("25.0", 0.05), ("25.20", 0.005), ("0.1", 0.05), ("1_000", 0.5), ("-3", 0.5)],
)
def test_the_tolerance_is_half_of_the_last_digit_that_was_published(read, value: str, tolerance: float):
    (claim,) = read(PLAIN.format(value=value)).claims
    assert (claim.value, claim.tolerance) == (float(value), tolerance)


def test_a_whole_claim_is_read(read):
    (claim,) = read(
        """
[[claim]]
name = "light"
text = "Flask is light"
said_by = "somebody"
source = "https://example.org/article"
repository = "flask"
metric = "lines"
operator = "<="
value = 0.1
tolerance = 0
relative_to = "django"
definition = "cloc"
scope = "without-tests"
window = "12m"
identity = "raw"
date = 2020-07-01
pair = "p"
must_hold = true
"""
    ).claims
    assert (claim.slug, claim.operator, claim.value, claim.tolerance) == ("light", "<=", 0.1, 0.0)
    assert (claim.relative_to, claim.definition, claim.scope, claim.window) == (
        "django",
        "cloc",
        "without-tests",
        "12m",
    )
    assert (claim.identity, claim.date, claim.pair, claim.must_hold) == ("raw", "2020-07-01", "p", True)
    assert (claim.said_by, claim.source) == ("somebody", "https://example.org/article")


def test_a_claim_without_a_name_gets_one_of_its_own(read):
    claims = read(PLAIN.format(value=25) * 2).claims
    assert [claim.slug for claim in claims] == ["flask-comment-ratio", "flask-comment-ratio-2"]
    assert [claim.definition for claim in claims] == ["any", "any"]


def test_the_configuration_that_is_shipped_has_the_claims_of_the_article():
    claims = load(Path(__file__).parent.parent / "diptych.toml").claims
    assert {claim.pair for claim in claims if claim.metric == "comment_ratio"} == {"comments"}
    assert [(claim.repository, claim.value, claim.tolerance) for claim in claims if claim.pair == "comments"] == [
        ("flask", 25, 0.5),
        ("django", 16, 0.5),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (PLAIN.format(value='"25 %"'), 12, "claim 1: value: must be a number", None),
        (PLAIN.format(value="true"), 12, "claim 1: value: must be a number", None),
        (PLAIN.format(value="nan"), 12, "claim 1: value: must be a number", None),
        (PLAIN.format(value=25) + 'operator = "~"', 13, "claim 1: operator: must be '=', '<', '<=', '>' or '>='", None),
        (PLAIN.format(value=25) + 'scope = "test"', 13, "claim 1: scope: must be 'all'", None),
        (
            PLAIN.format(value=25) + 'window = "1x"',
            13,
            "claim 1: window: there is no window '1x': write a number",
            None,
        ),
        (PLAIN.format(value=25) + "tolerance = -1", 13, "claim 1: tolerance: must be 0 or more", None),
        (PLAIN.format(value=25) + "must_hold = 1", 13, "claim 1: must_hold: must be true or false", None),
        (PLAIN.format(value=25) + 'name = "A b"', 13, "claim 1: name: a claim's name is made of small letters", None),
        (PLAIN.format(value=25) + 'defintion = "cloc"', 13, "claim 1: unknown key 'defintion'", "definition"),
        (PLAIN.format(value=25).replace('"flask"', '"flaks"'), 10, "claim 1: there is no repository 'flaks'", "flask"),
        (PLAIN.format(value=25) + 'relative_to = "x"', 13, "claim 1: there is no repository 'x'", "flask and django"),
        ((PLAIN.format(value=25) + 'name = "a"') * 2, 19, "claim 2: the name 'a' is taken", "choose another"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(read, text: str, line: int, message: str, hint: str | None):
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert f"diptych.toml:{line}: {message}" in caught.value.message
    if hint:
        assert hint in (caught.value.hint or "")
