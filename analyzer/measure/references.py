"""Which issues the subject of a commit names, in ways that mean the same in every repository."""

from __future__ import annotations

import re

_LONGEST = 500
"""Characters of a subject that are looked at."""
_ADDRESS = re.compile(
    r"https?://(?:www\.)?([\w.-]+)/([\w./~-]{1,200}?)/(?:-/)?(?:issues?|pulls?|merge_requests|tickets?)/(\d{1,9})"
)
# A name that ends with a dash before the number is a branch's ("owner/fix-#7").
_ELSEWHERE = re.compile(r"(?<![\w./-])([\w.-]{1,100}/[\w.-]{0,100}[A-Za-z0-9])#(\d{1,9})\b")
_KEY = re.compile(r"(?<![\w-])(CVE-\d{4}-\d{4,9}|[A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])")
_STANDARDS = frozenset({"AES", "BSD", "CP", "ES", "GH", "HTTP", "ISO", "MD", "PEP", "RFC", "SHA", "UCS", "UTF", "WCAG"})
"""Names with a number behind a dash that are no trackers of issues; "GH-7" is the repository's own, as "#7" is."""


def references(subject: str) -> frozenset[str]:
    """Return the issues that are named by address, as owner/name#7, or by a tracker's key (ABC-7, CVE-2026-12345).

    "#7" alone is left out: each repository has a seventh issue of its own. An address at GitHub equals owner/name#7.
    """
    text = subject[:_LONGEST]
    found = set()
    for host, path, number in _ADDRESS.findall(text):
        place = path if host == "github.com" else f"{host}/{path}"
        found.add(f"{place}#{number}".lower())
    found |= {f"{path}#{number}".lower() for path, number in _ELSEWHERE.findall(text)}
    found |= {key for key in _KEY.findall(text) if key.partition("-")[0] not in _STANDARDS}
    return frozenset(found)
