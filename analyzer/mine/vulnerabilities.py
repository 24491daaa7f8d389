"""Known vulnerabilities that a message names: all that is kept of its later paragraphs."""

from __future__ import annotations

import re

MOST = 100
"""So many different ones of a message are kept: a list of all that were ever found is about none of them."""
_CVE = re.compile(r"(?<![0-9a-z])cve-((?:19|20)[0-9]{2}-[0-9]{4,9})(?![0-9])", re.ASCII | re.IGNORECASE)


def vulnerabilities(message: str) -> tuple[str, ...]:
    """Return the CVE numbers, wherever they stand in the message, as "CVE-2024-12345", each once and in order."""
    return tuple(dict.fromkeys(f"CVE-{number}" for number in _CVE.findall(message)))[:MOST]
