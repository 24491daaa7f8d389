"""What figures are made of."""

from __future__ import annotations

import math
from numbers import Integral, Real

Number = int | float


def number(value: object) -> Number | None:
    """Return a plain number of what a table holds, a whole one as int; None for what is none, or not finite.

    What cannot be told is NaN in tables, and JSON has neither that nor infinity.
    """
    if not isinstance(value, Real) or not math.isfinite(value):
        return None
    plain = float(value)
    if not plain.is_integer():
        return plain
    # By itself, not by way of a float, which has no more than 53 bits.
    return int(value) if isinstance(value, Integral) else int(plain)
