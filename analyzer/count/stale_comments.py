"""Comments that stayed as they were while the code that they stand by went on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analyzer.count.comment_blocks import comment_blocks, first_words
from analyzer.count.line_kinds import Kinds
from analyzer.model.survival import Beside, StaleComment


def stale_comments(
    text: bytes, kinds: Kinds, written: npt.NDArray[np.int64], beside: Sequence[Beside]
) -> list[StaleComment]:
    """Return the comments of a file beside which code was changed since, given each line's position on the trunk.

    Of a comment with older and newer lines, what happened since the newest was written.
    """
    lines = text.split(b"\n")
    known = np.full(len(written), -1)
    for place, one in enumerate(beside):
        known[one.line : one.line + one.lines] = place
    found = []
    for block in comment_blocks(text, kinds):
        newest = block.first + int(written[block.first : block.end].argmax())
        if known[newest] >= 0:
            told = beside[known[newest]]
            words = first_words(list(lines[block.first : block.end]))
            found.append(StaleComment(block.first + 1, int(written[newest]), told.changes, told.commits, words))
    return found
