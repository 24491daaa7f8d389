"""Comments that stayed as they were while the code that they stand by went on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analyzer.count.comment_blocks import Block, comment_blocks, first_words
from analyzer.count.line_kinds import Kinds
from analyzer.model.survival import CODE, StaleComment

NAMED = 3
"""So many of the commits are named, the last ones."""


def stale_comments(text: bytes, kinds: Kinds, written: npt.NDArray[np.int64]) -> list[StaleComment]:
    """Return the comments of a file with code beside them that is younger, given each line's position on the trunk."""
    lines = text.split(b"\n")
    found = [_looked_at(block, lines, kinds, written) for block in comment_blocks(text, kinds)]
    return [one for one in found if one.commits]


def _looked_at(block: Block, lines: Sequence[bytes], kinds: Kinds, written: npt.NDArray[np.int64]) -> StaleComment:
    newest = int(written[block.first : block.end].max())
    start, end = block.code
    beside = written[start:end][kinds[start:end] == CODE]
    later = np.unique(beside[beside > newest])
    words = first_words(list(lines[block.first : block.end]))
    return StaleComment(block.first + 1, newest, len(later), tuple(later[-NAMED:].tolist()), words)
