"""The configuration can be used, or the check says why not."""

from analyzer.doctor.checks.configuration import CHECK
from analyzer.errors import ConfigError


def test_what_it_compares_is_told(found):
    assert found(CHECK, "ada/one", "ada/two") == [("ok", "compares one and two", "")]


def test_none_is_a_warning(found):
    ((level, words, advice),) = found(CHECK)
    assert (level, words) == ("warning", "there is no diptych.toml in the workspace")
    assert "diptych init" in advice


def test_one_that_is_wrong_fails_with_its_own_hint(found):
    assert found(CHECK, problem=ConfigError("f:3: unknown key 'x'", hint="did you mean y?")) == [
        ("failed", "f:3: unknown key 'x'", "did you mean y?")
    ]
