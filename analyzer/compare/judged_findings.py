"""For a reader in a hurry: what became of the claims, and whether the definition decides the order."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.compare.spans import told_spans
from analyzer.model import wording
from analyzer.model.claim import TRUE, WAS_TRUE, Saying
from analyzer.model.comparison import Comparison


def claims(comparison: Comparison) -> str | None:
    """Return how many of the published sentences are true, and when the first that is not was; None without any."""
    sayings = comparison.sayings
    if not sayings:
        return None
    true = sum(saying.word == TRUE for saying in sayings)
    number = wording.number(len(sayings))
    if len(sayings) == 1:
        head = f"“{sayings[0].text}”: {sayings[0].word}{_rule(comparison, sayings[0])}"
        return f"{head}. {told_spans(sayings[0].intervals)}" if sayings[0].word == WAS_TRUE else f"{head}."
    how_many = "all" if true == len(sayings) else "none" if not true else wording.number(true)
    verb = "is" if true == 1 else "are"
    said = f"Of {number} published sentences put to the test {how_many} {verb} true on {wording.day(comparison.end)}"
    other = next((saying for saying in sayings if saying.word != TRUE), None)
    if other is None:
        return f"{said}."
    rule = _rule(comparison, other)
    if other.word == WAS_TRUE:
        spans = told_spans(other.intervals, subject=f"“{other.text}” was true{rule}")
        return f"{said}. {spans.removesuffix('.')}; it no longer is."
    return f"{said}. “{other.text}”: {other.word}{rule}."


def _rule(comparison: Comparison, saying: Saying) -> str:
    """Return " under the definition of cloc", if what was claimed depends on one; else nothing."""
    names = [
        verdict.main.definition
        for verdict in comparison.claims
        if verdict.claim.slug in saying.claims and verdict.main and verdict.main.definition
    ]
    titles = {rung.definition: rung.title for rung in comparison.ladder}
    return f" under the definition of {titles.get(names[0], names[0])}" if names else ""


def turns(comparison: Comparison) -> str | None:
    """Return where the order by comment ratio turns, in short; None for one repository or an order that never does."""
    pairs = dict.fromkeys((order.first, order.second) for order in comparison.orders)
    if len(pairs) != 1:
        return None
    (first, second), *_ = pairs
    stands = [order for order in comparison.orders if order.scope == "all"]
    above, below = ([order.definition for order in stands if order.now == side] for side in (1, -1))
    if not (above and below):
        return None
    if len(below) > len(above):
        first, second, above, below = second, first, below, above
    most, rest = _definitions(len(above)), wording.number(len(below))
    return (
        f"Which of the two has more comments depends on what counts as one: {first} under {most}, "
        f"{second} under {rest}{_docstrings(comparison, below)}."
    )


def _docstrings(comparison: Comparison, names: Sequence[str]) -> str:
    """Return that the definitions count docstrings, or do not, if they are alike in that and named as one kind."""
    kinds = {rung.docstrings for rung in comparison.ladder if rung.definition in names}
    if kinds == {False}:
        return f" that {'does' if len(names) == 1 else 'do'} not count docstrings"
    return f" that {'counts' if len(names) == 1 else 'count'} docstrings" if kinds == {True} else ""


def _definitions(number: int) -> str:
    return "one definition" if number == 1 else f"{wording.number(number)} definitions"
