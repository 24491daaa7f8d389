"""What the tables of the configuration are made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from analyzer.errors import ConfigError
from analyzer.model.window import parse_window

Text = Annotated[str, Field(min_length=1)]


def _as_decimal(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _of_use(value: Decimal) -> Decimal:
    # Millions of zeros take a few letters to write, and seconds to work with.
    if value and not -_MOST_DIGITS <= value.adjusted() <= _MOST_DIGITS:
        raise ValueError(f"no figure has more than {_MOST_DIGITS} digits")
    return value


_MOST_DIGITS = 30
# Decimal, not float: the digits that were published say how exactly it is meant.
Figure = Annotated[Decimal, BeforeValidator(_as_decimal), AfterValidator(_of_use)]


def window(span: str) -> str:
    """Return a span of time as users write it; raises ValueError for any other text."""
    told(parse_window, span)
    return span


def told(parse: Callable[[str], object], text: str) -> None:
    """Parse a text; its ConfigError becomes the ValueError that pydantic places."""
    try:
        parse(text)
    except ConfigError as error:
        raise ValueError(f"{error.message}: {error.hint}") from error


STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
"""No key that nobody knows, and no value of another type."""
