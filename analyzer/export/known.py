"""Reading JSON that a later version may have written."""

from __future__ import annotations

from dataclasses import fields
from typing import Any


def known_fields(kind: type, plain: dict[str, Any]) -> dict[str, Any]:
    """Return what this version has a field for: a later one may have added some."""
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in plain.items() if name in names}
