"""What a program made of one file content."""

from __future__ import annotations

from typing import NamedTuple

from analyzer.model.numbers import Number


class BlobFacts(NamedTuple):
    """One row of a table that is keyed by content and by the version of the program that looked at it."""

    blob: str
    """Object id."""
    problem: str
    """A `Reason` if nothing could be made of it (then figures are zero, texts and bytes empty); else empty."""
    found: tuple[Number | str | bytes, ...]
    """The figures, or a text or bytes, in the order of the table's fields."""
