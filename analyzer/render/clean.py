"""Strangers' text made harmless before it meets a page or a terminal."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import TypeVar

# Control characters drive terminals, direction marks make text read otherwise than it is, half surrogates
# cannot be written as UTF-8, and XML has no two of the last signs. Tab and line feed stay: they are only space.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)

Value = TypeVar("Value")


def clean_text(text: str) -> str:
    """Return the text with every control character, direction mark and broken surrogate as U+FFFD."""
    return _HARMFUL.sub("\ufffd", text)


def cleaned(value: Value) -> Value:
    """Return a copy of a dataclass, tuple, mapping or text with all text in it cleaned; other values as they are."""
    copy = _copy(value)
    return copy  # type: ignore[return-value]  # the same shape: only text differs


def _copy(value: object) -> object:
    if type(value) is str:
        return clean_text(value)
    if isinstance(value, tuple):
        return value if value and isinstance(value[0], int | float) else tuple(_copy(item) for item in value)
    if isinstance(value, Mapping):
        return {_copy(key): _copy(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(value, **{field.name: _copy(getattr(value, field.name)) for field in fields})
    return value
