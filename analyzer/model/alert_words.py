"""Alerts in words, and the change of a figure."""

from __future__ import annotations

from analyzer.model import ratio_words, wording
from analyzer.model.numbers import Number
from analyzer.model.since import Alarm, Moved
from analyzer.model.window import parse_window

_STANDS = {"=": "is", "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least"}
_POINTS = 2
"""Decimals of percentage points."""


def sentence(alarm: Alarm) -> str:
    """Return "Comment ratio of flask is 25.2 %, which is above 25.0 %: that is the alert “high”."."""
    alert = alarm.alert
    what = f"{alarm.title} of {alert.repository}"
    if alert.window != "all":
        what = f"{what} ({parse_window(alert.window).name})"
    if alarm.measured is None:
        why = "there is no earlier state to compare with" if alert.changed else "it has no value"
        return f"{what} cannot be held against the alert “{alert.name}”: {why}."
    shown, limit = (figure(value, alarm.unit, alert.changed) for value in (alarm.measured, alert.value))
    verb = "changed by" if alert.changed else "is"
    return f"{what} {verb} {shown}, which {_STANDS[alert.operator]} {limit}: that is the alert “{alert.name}”."


def figure(value: Number, unit: str, changed: bool) -> str:
    """Return a value by its unit, or a change with its sign."""
    return difference(value, unit) if changed else wording.figure(value, unit)


def difference(value: Number, unit: str) -> str:
    """Return a change with its sign: "+1,234", "+0.25 points", "0"; with a real minus sign below."""
    if unit in ("percent", "change"):
        return f"{ratio_words.signed(value, _POINTS)} points"
    if unit == "dollars":
        return ratio_words.signed_count(round(value)).replace("+", "+$").replace("−", "−$")
    if isinstance(value, int) or float(value).is_integer():
        return ratio_words.signed_count(int(value))
    return ratio_words.signed(value, _POINTS)


def moved(one: Moved) -> str:
    """Return the change of a headline figure, or that it cannot be told."""
    return wording.NOTHING if one.difference is None else difference(one.difference, one.now.unit)
