"""How commits and people changed from year to year, and how far chance reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.model import wording
from analyzer.model.blocks import Chart, Table
from analyzer.model.calendar import months_before
from analyzer.model.comparison import Comparison, Spot
from analyzer.render.change_chart import HIGHEST, change_chart

_FEW = 4
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """What is set against the year before."""

    slug: str
    """The chart's."""
    places: str
    """Slug of the spots, one for each repository and age in years."""
    noun: str


COMMITS = Counted("yearly-changes", "commit-trend-by-age", "commits")
PEOPLE = Counted("yearly-people", "contributor-trend-by-age", "people")


def yearly_changes(comparison: Comparison, counted: Counted) -> Iterator[Chart]:
    """Yield one chart of the changes of up to ten years with their intervals; nothing where there is no interval."""
    spots = [spot for spot in comparison.places.get(counted.places, ()) if spot.value is not None]
    known = [spot for spot in spots if _known(spot)]
    if not known:
        return
    ages = sorted({int(spot.name) for spot in spots})
    names = {age: _until(comparison.end, age) for age in ages}
    yield Chart(
        slug=counted.slug,
        title=f"More or fewer {counted.noun} than the year before?",
        caption=_caption(spots, comparison.end, counted.noun),
        spec=change_chart(
            [column.name for column in comparison.columns],
            [names[age] for age in reversed(ages)],
            [_point(spot, names, comparison.end) for spot in known],
            noun=counted.noun,
        ),
        data=_table(comparison, spots, ages, counted.noun),
    )


def _known(spot: Spot) -> bool:
    return {"low", "high"} <= set(spot.parts)


def _until(end: int, age: int) -> str:
    return str(wording.moment(months_before(end, _MONTHS * age)).year)


def _point(spot: Spot, names: Mapping[int, str], end: int) -> dict[str, str | float]:
    age, value = int(spot.name), float(spot.value or 0)
    low, high = spot.parts["low"], spot.parts["high"]
    return {
        "repository": spot.repository,
        "year": names[age],
        "value": round(min(value, HIGHEST), 1),
        "low": round(low, 1),
        "high": round(min(high, HIGHEST), 1),
        "span": f"12 months to {wording.day(months_before(end, _MONTHS * age))}",
        "shown": wording.signed_percent(value),
        "counts": f"{wording.count(spot.parts['recent'])} after {wording.count(spot.parts['before'])}",
        "interval": _interval(spot),
    }


def _interval(spot: Spot) -> str:
    return f"95 %: {wording.signed_percent(spot.parts['low'])} to {wording.signed_percent(spot.parts['high'])}"


def _caption(spots: Sequence[Spot], end: int, noun: str) -> str:
    return (
        f"{noun.capitalize()} of the twelve months to {_day(end)} of each year against the twelve before; "
        f"the rule is the interval of 95 %, and where it crosses zero the change may be chance. {_clear(spots)}"
    ).rstrip()


def _clear(spots: Sequence[Spot]) -> str:
    """Return a sentence that names those whose latest change is beyond chance: how many, where they are many."""
    newest = [spot for spot in spots if spot.name == "0"]
    latest = [spot for spot in newest if _known(spot)]
    untold = [f"{spot.repository} ({wording.signed_percent(spot.value or 0)})" for spot in newest if not _known(spot)]
    bare = f"Of {wording.listed(untold)} there is no interval." if untold else ""
    return " ".join(part for part in (_of_latest(latest), bare) if part)


def _of_latest(latest: Sequence[Spot]) -> str:
    clear = [spot for spot in latest if not spot.parts["low"] <= 0 <= spot.parts["high"]]
    if not latest:
        return ""
    if not clear:
        every = "every change" if len(latest) > 1 else f"the change of {latest[0].repository}"
        return f"In the last of them {every} is within what chance explains."
    if len(clear) > _FEW:
        more = sum((spot.value or 0) > 0 for spot in clear)
        return (
            f"In the last of them chance does not explain the change of {wording.number(len(clear))} of "
            f"{wording.number(len(latest))}: {wording.number(more)} with more, "
            f"{wording.number(len(clear) - more)} with fewer."
        )
    told = wording.listed([f"{spot.repository} ({wording.signed_percent(spot.value or 0)})" for spot in clear])
    return f"In the last of them chance does not explain the change of {told}."


def _day(end: int) -> str:
    return wording.day(end).rpartition(" ")[0]


def _table(comparison: Comparison, spots: Sequence[Spot], ages: Sequence[int], noun: str) -> Table:
    known = {(spot.repository, int(spot.name)): spot for spot in spots}
    return Table(
        f"Change of the {noun} in twelve months against the twelve before",
        ("Twelve months to", *(column.name for column in comparison.columns)),
        tuple(
            (
                wording.day(months_before(comparison.end, _MONTHS * age)),
                *(_cell(known.get((column.name, age))) for column in comparison.columns),
            )
            for age in ages
        ),
        numeric=(False, *(True for _ in comparison.columns)),
    )


def _cell(spot: Spot | None) -> str:
    if spot is None:
        return wording.NOTHING
    return f"{wording.signed_percent(spot.value or 0)}\n{_interval(spot) if _known(spot) else 'no interval'}"
