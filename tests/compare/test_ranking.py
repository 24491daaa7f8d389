"""Where the order of repositories holds, and where it turns."""

from __future__ import annotations

from analyzer.compare.ranking import Standing, sentence, turn

DOCSTRINGS = {"openhub": True, "cloc": True, "tokei": False, "radon": False}


def standing(definition: str, flask: float, django: float) -> Standing:
    return Standing(definition, "all", 0, {"flask": flask, "django": django})


def test_the_sentence_names_both_sides_and_what_they_share() -> None:
    standings = [
        standing("openhub", 25.9, 16.6),
        standing("cloc", 25.9, 16.7),
        standing("tokei", 6.1, 6.4),
        standing("radon", 5.1, 6.0),
    ]
    found = turn("flask", "django", standings)
    assert found.turns
    assert sentence(found, DOCSTRINGS) == (
        "flask stands above django under 2 definitions that count docstrings (openhub, cloc); "
        "below it under 2 definitions that do not count docstrings (tokei, radon)."
    )


def test_values_that_print_alike_are_level() -> None:
    found = turn("flask", "django", [standing("openhub", 26.0, 13.0), standing("tokei", 5.31, 5.34)])
    assert found.level == ("tokei",)
    assert sentence(found, DOCSTRINGS).endswith(
        "level with it under 1 definition that does not count docstrings (tokei)."
    )


def test_an_order_that_always_holds_is_said_so() -> None:
    found = turn("flask", "django", [standing("openhub", 1.0, 2.0), standing("tokei", 1.0, 2.0)])
    assert not found.turns
    assert sentence(found, DOCSTRINGS) == "django stands above flask under every definition."


def test_a_repository_without_a_value_is_not_ranked() -> None:
    found = turn("flask", "django", [Standing("openhub", "all", 0, {"flask": 1.0})])
    assert sentence(found, DOCSTRINGS) == "flask and django cannot be ranked: one of them has no value."
