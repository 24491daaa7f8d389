"""The change of a ratio in words, and its parts as figures that still sum to it."""

from __future__ import annotations

import math

from analyzer.model import wording
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit

DECIMALS = 3
"""Of points in a table: one file seldom moves a ratio by a tenth."""
_SHORT_HASH = 10


def sentence(change: RatioChange) -> str:
    """Return "The comment ratio of flask rose from 24.61 % (2020-01-01: commit ...) to ...: +1.45 ..."."""
    start, end = change.start, change.end
    name = f"The comment ratio of {change.repository}"
    counts = f"by the definition of {change.definition}"
    if not change.points:
        return (
            f"{name} is the same at both: {_value(start)} ({_when(start)}) and {_value(end)} ({_when(end)}), {counts}."
        )
    verb = "rose" if change.points > 0 else "fell"
    return (
        f"{name} {verb} from {_value(start)} ({_when(start)}) to {_value(end)} ({_when(end)}): "
        f"{signed(change.points, 2)} percentage points, {counts}."
    )


def counts(change: RatioChange) -> str:
    """Return the counts at both ends: "First 5,123 comment lines in 20,000 comment and code lines, then ..."."""
    first, last = (tuple(map(wording.count, (one.numerator, one.denominator))) for one in (change.start, change.end))
    joint = "in" if change.below.startswith(change.above.split()[0]) else "to"
    return f"First {first[0]} {change.above} {joint} {first[1]} {change.below}, then {last[0]} {joint} {last[1]}."


def signed(points: float, decimals: int = DECIMALS) -> str:
    """Return "+0.12" or "0.00", with a real minus sign below."""
    return _text(round(points * 10**decimals), decimals)


def signed_count(lines: int) -> str:
    """Return "+1,234" or "0", with a real minus sign below."""
    return f"{'+' if lines > 0 else '−' if lines < 0 else ''}{wording.count(abs(lines))}"


def listed(split: RatioSplit) -> tuple[RatioPart, ...]:
    """Return the parts, then the rest if there is one."""
    return split.parts if split.rest is None else (*split.parts, split.rest)


def figures(split: RatioSplit, whole: float, decimals: int = DECIMALS) -> list[str]:
    """Return the points of `listed` as `signed`, so that the figures themselves sum to that of `whole`.

    The rest takes up what rounding leaves over. Without a rest, parts are rounded down or up, those with the largest
    fractions up: thirds of one point, each rounded to the nearest, would sum to 0.999 of it.
    """
    scaled = [part.points * 10**decimals for part in split.parts]
    target = round(whole * 10**decimals)
    if split.rest is not None:
        units = [round(value) for value in scaled]
        return [_text(unit, decimals) for unit in (*units, target - sum(units))]
    units = [math.floor(value) for value in scaled]
    order = sorted(range(len(units)), key=lambda place: units[place] - scaled[place])
    for place in order[: max(target - sum(units), 0)]:
        units[place] += 1
    return [_text(unit, decimals) for unit in units]


def _text(units: int, decimals: int) -> str:
    whole, fraction = divmod(abs(units), 10**decimals)
    sign = "+" if units > 0 else "−" if units < 0 else ""
    return f"{sign}{whole:,}.{fraction:0{decimals}d}"


def _value(end: RatioEnd) -> str:
    return f"{end.value:.2f} %"


def _when(end: RatioEnd) -> str:
    commit = f"commit {end.sha[:_SHORT_HASH]} of {wording.day(end.time)}"
    return f"{end.label}: {commit}" if end.label and not end.sha.startswith(end.label) else commit
