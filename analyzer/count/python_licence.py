"""Licence and copyright headers of Python source.

Rule: of what stands before the first line of code, a run of comment lines, or a paragraph of the docstring, that holds
`copyright`, `license`, `licence`, `licensed` or `SPDX-` is a header; its lines with a letter or digit count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from analyzer.count.python_masks import bits

_WORDS = re.compile(rb"copyright|licen[cs]e|SPDX-", re.IGNORECASE)
_LETTER = re.compile(rb"[0-9A-Za-z\x80-\xff]")
_COMMENT, _CODE, _PREFIXED = bits("comment"), bits("code"), bits("docstring_prefixed")
_DOCSTRING = bits("docstring")
_SHEBANG_LINES = 2


def licence_lines(text: bytes, masks: Sequence[int]) -> int:
    """Return how many comment and docstring lines of `text` (as `universal` gives it) belong to a header."""
    end = next((index for index, mask in enumerate(masks) if mask & _CODE and not mask & _PREFIXED), len(masks))
    position = 0
    for _ in range(end):
        position = text.index(b"\n", position) + 1
    if not _WORDS.search(text, 0, position):
        return 0
    lines = zip(masks[:end], text[:position].split(b"\n"), strict=False)
    return sum(
        _header_size(kind, [line for _, line in run]) for kind, run in groupby(lines, lambda pair: _kind(pair[0]))
    )


def _kind(mask: int) -> int:
    return mask & (_COMMENT | _DOCSTRING)


def _header_size(kind: int, lines: list[bytes]) -> int:
    if not kind or not _WORDS.search(b"\n".join(lines)):
        return 0
    return sum(1 for line in lines if _LETTER.search(line))
