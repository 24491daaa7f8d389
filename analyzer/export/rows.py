"""Flat rows, as `diptych show --json` prints them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence


def dumps(rows: Sequence[Mapping[str, object]]) -> str:
    """Return a JSON array, an object for each row with its keys in the order given.

    NaN and infinities become null, numbers of numpy plain ones. Only ASCII is written: nothing drives a terminal.
    """
    plain = [{key: _plain(value) for key, value in row.items()} for row in rows]
    return json.dumps(plain, indent=2, allow_nan=False).replace("\x7f", "\\u007f")


def _plain(value: object) -> object:
    item = getattr(value, "item", None)
    known = value if item is None else item()
    return None if isinstance(known, float) and not math.isfinite(known) else known
