"""How commits changed from year to year, and how far chance reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Chart, Table
from analyzer.model.calendar import months_before
from analyzer.model.comparison import Comparison, Spot
from analyzer.render.change_chart import HIGHEST, change_chart

_FEW = 4
_SHOWN_OF_MANY = 2
_MONTHS = 12


def yearly_changes(comparison: Comparison) -> Iterator[Chart]:
    """Yield the changes of up to ten years with their intervals; of more than a few repositories only the last two."""
    spots = [
        spot for spot in comparison.places.get("commit-trend-by-age", ()) if spot.value is not None and _known(spot)
    ]
    if len(comparison.columns) > _FEW:
        spots = [spot for spot in spots if int(spot.name) < _SHOWN_OF_MANY]
    if not spots:
        return
    ages = sorted({int(spot.name) for spot in spots})
    names = {age: _until(comparison.end, age) for age in ages}
    yield Chart(
        slug="yearly-changes",
        title="More or fewer commits than the year before?",
        caption=_caption(spots, comparison.end),
        spec=change_chart(
            [column.name for column in comparison.columns],
            [names[age] for age in reversed(ages)],
            [_point(spot, names, comparison.end) for spot in spots],
        ),
        data=_table(comparison, spots, ages),
    )


def _known(spot: Spot) -> bool:
    return {"low", "high"} <= set(spot.parts)


def _until(end: int, age: int) -> str:
    return str(wording.moment(months_before(end, _MONTHS * age)).year)


def _point(spot: Spot, names: dict[int, str], end: int) -> dict[str, str | float]:
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


def _caption(spots: Sequence[Spot], end: int) -> str:
    clear = [spot for spot in spots if spot.name == "0" and not spot.parts["low"] <= 0 <= spot.parts["high"]]
    latest = [spot for spot in spots if spot.name == "0"]
    if clear:
        told = wording.listed([f"{spot.repository} ({wording.signed_percent(spot.value or 0)})" for spot in clear])
        said = f"In the last of them chance does not explain the change of {told}."
    else:
        said = "In the last of them every change is within what chance explains." if latest else ""
    return (
        f"Commits of the twelve months to {_day(end)} of each year against the twelve before; "
        f"the rule is the interval of 95 %, and where it crosses zero the change may be chance. {said}"
    )


def _day(end: int) -> str:
    return wording.day(end).rpartition(" ")[0]


def _table(comparison: Comparison, spots: Sequence[Spot], ages: Sequence[int]) -> Table:
    known = {(spot.repository, int(spot.name)): spot for spot in spots}
    return Table(
        "Change of the commits in twelve months against the twelve before",
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
    return f"{wording.signed_percent(spot.value or 0)}\n{_interval(spot)}"
