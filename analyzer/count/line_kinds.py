"""The kind of each line of a content, where the line vector has but their numbers.

Lines are git's: a carriage return alone ends none.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analyzer.count.blob import PYTHON
from analyzer.count.python_lines import PythonCounter
from analyzer.count.python_masks import bits
from analyzer.count.text_lines import marked_text
from analyzer.model.survival import BLANK, CODE, COMMENT, DOCSTRING

Kinds = npt.NDArray[np.uint8]

_COMMENT, _DOCSTRING = bits("comment"), bits("docstring")
_BLANK = bits("blank") | bits("docstring_blank") | bits("string_blank")
_RANKS = (BLANK, COMMENT, CODE)
"""Kinds of the ranks that `marked_text` gives."""


class LineKinds:
    """Tells the kinds of contents one after the other; of successive versions of a Python file each at the price of its
    change.
    """

    def __init__(self) -> None:
        self._python = PythonCounter()

    def of(self, language: str, text: bytes) -> Kinds:
        """Return the kind of each line of a text in a language of the table (KeyError for any other)."""
        if b"\r" in text:
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b" ")
        if not text:
            return np.zeros(0, np.uint8)
        if language == PYTHON:
            masks = np.array(self._python.masks(text), np.int64)
            return np.select(
                [masks & _BLANK != 0, masks & _COMMENT != 0, masks & _DOCSTRING != 0],
                [np.uint8(BLANK), np.uint8(COMMENT), np.uint8(DOCSTRING)],
                np.uint8(CODE),
            )
        return np.array(_RANKS, np.uint8)[marked_text(language, text)]
