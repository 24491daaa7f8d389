"""The licences that a text grants."""

from __future__ import annotations

LONGEST = 1024 * 1024
"""Bytes that are looked at; no licence is longer."""


def licences(data: bytes) -> tuple[str, ...]:
    """Return the SPDX ids of the licences that `data` quotes, in order of appearance, each once; () for none."""
    from licenseclassifier import identify_license

    text = data[:LONGEST].decode("utf-8", errors="replace")
    found = sorted(identify_license(text), key=lambda match: match.start)
    return tuple(dict.fromkeys(match.id for match in found))
