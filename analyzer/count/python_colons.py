"""Which strings of a Python line follow a colon: what Pygments-based counters take for documentation."""

from __future__ import annotations

from analyzer.count.python_tokens import CLOSE, COLON, OPEN

_QUOTES = b"\"'"
_PREFIXES = b"rRbBuU"
_SPACES = b" \n"
_ENDS = _QUOTES + CLOSE + COLON
_COLONS = b":" + COLON


def colon_before_strings(code: bytes, colon: bool) -> bool:
    """Return whether the strings at the end of `code` follow a colon; `colon` if nothing stands before them."""
    end = _before_spaces(code, len(code))
    while end and code[end - 1] in _ENDS:
        if code[end - 1] == COLON[0]:
            return True
        end = code.rindex(OPEN, 0, end) if code[end - 1] == CLOSE[0] else end - 1
        letters = 0
        while letters < 2 and end and code[end - 1] in _PREFIXES:
            end, letters = end - 1, letters + 1
        end = _before_spaces(code, end)
    return code[end - 1] == ord(":") if end else colon


def _before_spaces(code: bytes, end: int) -> int:
    while end and code[end - 1] in _SPACES:
        end -= 1
    return end


def all_after_colon(code: bytes, colon: bool) -> bool:
    """Return whether every string of a line of strings and marks follows a colon, other strings between or not."""
    for byte in code:
        if byte in _QUOTES:
            if not colon:
                return False
        elif byte in _COLONS:
            colon = True
        elif byte not in _SPACES and byte not in _PREFIXES:
            colon = False
    return True
