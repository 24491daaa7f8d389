"""What programs and assistants are called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.model.people import DEFAULT_BOTS, Patterns


@pytest.mark.parametrize("name", ["dependabot[bot]", "Dependabot", "pre-commit-ci[bot]", "django-bot", "RENOVATE"])
def test_programs_fit_the_usual_patterns(name):
    assert Patterns(DEFAULT_BOTS).match([name])


@pytest.mark.parametrize("name", ["Ada Abbott", "kumabotz", "Botond", "Renovate Smith", "rico-ci", "", "bot"])
def test_people_whose_names_sound_like_programs_do_not(name):
    assert not Patterns(DEFAULT_BOTS).match([name])


def test_only_the_star_is_special():
    assert Patterns(("a.c[d]*?",)).match(["A.C[D]anything?"])
    assert not Patterns(("a.c",)).match(["abc"])


def test_the_last_pattern_that_fits_decides():
    patterns = Patterns(("*-bot", "!my-*", "my-own-bot"))
    assert [patterns.match([name]) for name in ("a-bot", "my-bot", "my-own-bot", "x")] == [True, False, True, False]


def test_without_patterns_nothing_fits():
    assert not Patterns(()).match(["", "a"])


letters = st.text(st.sampled_from("ab*"), max_size=8)


@given(letters, st.text(st.sampled_from("ab"), max_size=8))
def test_stars_stand_for_anything(pattern, text):
    naive = ".*".join(re.escape(part) for part in pattern.split("*"))
    assert Patterns((pattern,)).match([text]) == (re.fullmatch(naive, text) is not None)


def test_many_stars_and_a_long_name_are_no_trouble():
    assert not Patterns(("*a" * 40 + "*b",)).match(["a" * 10**6])
