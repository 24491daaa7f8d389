"""How one figure of several repositories is told: one by itself, two against each other, many by their extremes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from analyzer.model import wording
from analyzer.model.comparison import Comparison
from analyzer.model.numbers import Number

CLOSE = 1.1
"""Below this ratio "times as many" says less than the two figures do."""
LISTED = 3
"""So many repositories are named one by one; of more, those at the ends."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One repository's number."""

    name: str
    value: Number
    floor: bool = False
    """True if it is a lower bound."""


def figures(comparison: Comparison, slug: str) -> list[Figure]:
    """Return the numbers of a row, largest first, equal ones in the order of the columns; unknown ones are left out."""
    cells = zip(comparison.columns, comparison.row(slug).cells, strict=True)
    known = [
        Figure(column.name, cell.value, column.floor)
        for column, cell in cells
        if cell.value is not None and not isinstance(cell.value, str)
    ]
    return sorted(known, key=lambda figure: -figure.value)


def how_many(number: int) -> str:
    """Return "both" for two, "all four" for more; one has no such word."""
    return "both" if number == 2 else f"all {wording.number(number)}"


def capital(sentence: str) -> str:
    """Return the sentence with its first letter large: for sentences that start with a word of ours, not a name."""
    return sentence[:1].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Amount:
    """The words for something that repositories have more or less of."""

    one: str
    """"line of code"."""
    many: str
    fewest: str = "the fewest"

    def told(self, value: Number, shown: str) -> str:
        """Return "no contributors", "1 contributor", "1,234 contributors"."""
        if not value:
            return f"no {self.many}"
        return f"{shown} {self.one if value == 1 else self.many}"


def amounts(ranked: Sequence[Figure], amount: Amount, history: bool = True) -> str:
    """Return a sentence about who has how many; `history` tells that an incomplete history makes it a lower bound."""
    shown = dict(zip([each.name for each in ranked], wording.rounded([each.value for each in ranked]), strict=True))
    if history:
        shown = {each.name: f"at least {shown[each.name]}" if each.floor else shown[each.name] for each in ranked}
    first, *others = ranked
    if len(ranked) > LISTED:
        return extremes(ranked, f"the most {amount.many}", amount.fewest, lambda figure: shown[figure.name])
    if len({figure.value for figure in ranked}) == 1 and others:
        names, told = wording.listed([figure.name for figure in ranked]), amount.told(first.value, shown[first.name])
        return f"{names} have {told}{' each' if first.value else ''}."
    told = f"{first.name} has {amount.told(first.value, shown[first.name])}"
    if not others:
        return f"{told}."
    sure = not (history and any(each.floor for each in ranked))
    if len(others) == 1 and sure and others[0].value > 0 and first.value >= CLOSE * others[0].value:
        other = others[0]
        return f"{told}, {wording.times(first.value / other.value)} as many as {other.name} ({shown[other.name]})."
    rest = [f"{each.name} {shown[each.name] if each.value else 'none'}" for each in others]
    return f"{', '.join([told, *rest[:-1]])}{' and' if rest[:-1] else ','} {rest[-1]}."


def extremes(ranked: Sequence[Figure], most: str, least: str, shown: Callable[[Figure], str]) -> str:
    """Return "Of the four, a has the most commits (12) and b and c the fewest (3 each)."."""
    ends = [list(group) for _, group in groupby(ranked, key=lambda figure: figure.value)]
    everybody = f"the {wording.number(len(ranked))}"
    if len(ends) == 1:
        return capital(f"{how_many(len(ranked))} are level at {shown(ranked[0])}.")
    first, last = ends[0], ends[-1]
    return (
        f"Of {everybody}, {_named(first)} {'has' if len(first) == 1 else 'have'} {most} "
        f"({_each(first, shown)}) and {_named(last)} {least} ({_each(last, shown)})."
    )


def _named(group: Sequence[Figure]) -> str:
    if len(group) > LISTED:
        return f"{wording.number(len(group))} others"
    return wording.listed([figure.name for figure in group])


def _each(group: Sequence[Figure], shown: Callable[[Figure], str]) -> str:
    return shown(group[0]) + (" each" if len(group) > 1 else "")
