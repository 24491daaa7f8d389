"""Values as JSON for scripts: what cannot be told is null, and nothing in it can drive a terminal."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass


def dumps(value: object) -> str:
    """Return rows, or values of `model/`, as indented JSON."""
    return json.dumps(plain(value), indent=2, default=native).replace("\x7f", "\\u007f")


def plain(value: object) -> object:
    """Return a value as JSON has it: dataclasses become objects, numbers that are none become None."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def native(value: object) -> object:
    """Return a number of numpy as Python's; raises TypeError for anything else."""
    item = getattr(value, "item", None)
    if item is None:
        raise TypeError(f"{type(value).__name__} has no place in JSON")
    return item()
