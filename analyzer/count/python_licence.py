"""Licence and copyright headers of Python source.

Rule: of what stands before the first line of code, a run of comment lines, or a paragraph of the docstring, that holds
`copyright`, `license`, `licence` or `SPDX-` is a header; its lines with a letter or digit count, unless they are code
put out of use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from analyzer.count.python_masks import bits

_WORDS = re.compile(rb"copyright|licen[cs]e|SPDX-", re.IGNORECASE)
_CODE, _PREFIXED = bits("code"), bits("docstring_prefixed")
_KINDS = bits("comment") | bits("docstring")
_UNSPOKEN = bits("comment_bare") | bits("docstring_bare") | bits("commented_out")


def licence_lines(text: bytes, masks: Sequence[int]) -> int:
    """Return how many comment and docstring lines of `text` (as `universal` gives it) belong to a header."""
    end = next((index for index, mask in enumerate(masks) if mask & _CODE and not mask & _PREFIXED), len(masks))
    position = 0
    for _ in range(end):
        position = text.index(b"\n", position) + 1
    if not _WORDS.search(text, 0, position):
        return 0
    lines = zip(masks[:end], text[:position].split(b"\n"), strict=False)
    return sum(_size(kind, list(run)) for kind, run in groupby(lines, lambda pair: pair[0] & _KINDS))


def _size(kind: int, run: list[tuple[int, bytes]]) -> int:
    if not kind or not _WORDS.search(b"\n".join(line for _, line in run)):
        return 0
    return sum(1 for mask, _ in run if not mask & _UNSPOKEN)
