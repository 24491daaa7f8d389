"""Where the order of repositories holds, and where it turns."""

from __future__ import annotations

from analyzer.compare.ranking import ladder, orders, pairs
from analyzer.compare.steps import Steps
from analyzer.model.definition import Definition
from analyzer.model.ranking import RANKED, SHORTEST, Order, Rung
from tests.build import OPENHUB
from tests.compare.test_steps import steps

LONG = SHORTEST
NAMES = ("flask", "django")


def ranked(flask: Steps, django: Steps) -> tuple[tuple[Rung, ...], tuple[Order, ...]]:
    series = {
        (name, "openhub", scope): one for name, one in zip(NAMES, (flask, django), strict=True) for scope in RANKED
    }
    rungs = ladder(NAMES, [OPENHUB], series)
    return rungs, orders(NAMES, rungs, series)


def turns(flask: Steps, django: Steps) -> tuple[tuple[int, int], ...]:
    return ranked(flask, django)[1][0].turns


def test_a_rung_holds_the_newest_values_and_their_parts() -> None:
    rungs, _ = ranked(steps((10, 1.0), (20, 2.0)), steps((10, 3.0)))
    assert [rung.scope for rung in rungs] == list(RANKED)
    assert rungs[0].values == (2.0, 3.0)
    assert rungs[0].parts == ({"comment": 4.0}, {"comment": 6.0})


def test_an_order_is_told_with_its_turns() -> None:
    flask = steps((0, 1.0), (3 * LONG, 9.0), (6 * LONG, 5.02))
    _, found = ranked(flask, steps((LONG, 5.0)))
    assert (found[0].now, found[0].since) == (0, 6 * LONG)
    assert found[0].turns == ((LONG, -1), (3 * LONG, 1), (6 * LONG, 0))


def test_an_order_that_stood_for_some_days_only_is_no_turn() -> None:
    flask = steps((0, 1.0), (3 * LONG, 9.0), (3 * LONG + 10, 1.0), (9 * LONG, 1.0))
    assert turns(flask, steps((0, 5.0))) == ((0, -1),)


def test_the_order_of_today_is_a_turn_however_young() -> None:
    assert turns(steps((0, 1.0), (3 * LONG, 9.0)), steps((0, 5.0))) == ((0, -1), (3 * LONG, 1))


def test_values_that_print_alike_are_level() -> None:
    assert ranked(steps((0, 5.31)), steps((0, 5.34)))[1][0].now == 0
    assert ranked(steps((0, 5.31)), steps((0, 5.37)))[1][0].now == -1


def test_a_repository_without_a_value_is_not_ranked() -> None:
    _, found = ranked(steps((0, 5.0)), steps((0, float("nan"))))
    assert (found[0].now, found[0].since, found[0].turns) == (None, None, ())


def test_a_repository_that_nothing_is_known_of_is_not_ranked() -> None:
    rungs = ladder(NAMES, [OPENHUB], {})
    assert rungs[0].values == (None, None)
    assert orders(NAMES, rungs, {})[0].now is None


def test_of_many_repositories_neighbours_are_set_against_each_other() -> None:
    one: Definition = OPENHUB
    values = (3.0, 1.0, None, 4.0, 2.0)
    rung = Rung(one.name, one.title, one.formula, True, "all", values)
    assert pairs("abcde", [rung]) == [("d", "a"), ("a", "e"), ("e", "b")]
    assert pairs("abc", [rung]) == [("a", "b"), ("a", "c"), ("b", "c")]
