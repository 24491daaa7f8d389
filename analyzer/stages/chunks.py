"""Cutting work into pieces for the workers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def chunks(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Return the items in order, `size` at a time; the last piece may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]
