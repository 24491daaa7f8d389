"""Numbers as a line of small bars."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_NONE = "·"


def spark(values: Sequence[float | None]) -> str:
    """Return a sign for each number: its height begins at zero and is full for the largest; a dot for None."""
    most = max((value for value in values if value is not None), default=0)
    return "".join(_NONE if value is None else _bar(value, most) for value in values)


def _bar(value: float, most: float) -> str:
    if most <= 0:
        return _BARS[0]
    return _BARS[min(len(_BARS) - 1, max(0, round(value / most * len(_BARS)) - 1))]
