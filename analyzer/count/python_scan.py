"""Whole lines of Python text -> what each of them counts for, and where the scanner stood at its beginning.

A state is a byte: 0 where reading cannot begin (within brackets, a continued statement, a definition's header or a run
that was taken at once), else FRESH plus what is remembered of the lines before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import repeat

from analyzer.count import python_shapes as shapes
from analyzer.count.python_astray import mark_astray
from analyzer.count.python_colons import all_after_colon, colon_before_strings
from analyzer.count.python_masks import bits
from analyzer.count.python_shapes import BLANKS, COMMENTS, HEADER, LITERALS, MARKS, PLAIN, TEXTS
from analyzer.count.python_texts import Text, comment_mask, text_masks, trailing_mask
from analyzer.count.python_tokens import CLOSE, COLON, OPEN, skeleton

FRESH, AFTER_COLON, EXPECTANT = 1, 2, 4
"""At the start of a statement; a string here follows a colon; a string here is a docstring."""
BEGINNING = FRESH | AFTER_COLON | EXPECTANT
"""The state at the beginning of a file."""

_BLANK, _CODE, _BRACKETED = bits("blank"), bits("code"), bits("bracketed")
_MARKS, _MARKS_TRAILING, _LITERAL, _VALUED = bits("marks"), bits("marks_trailing"), bits("literal"), bits("valued")
_SOLE_LINE, _SLASHES, _FORM_FEED = bits("sole_line"), bits("slashes"), bits("form_feed")
_SLASH_STAR, _MARKED_TEXT = bits("slash_star"), bits("marked_text")
_TEXT = bits("docstring") | bits("string")
_NO_BRACKET = bytes(set(range(256)) - set(b"()[]{}"))
_CLOSING = (b'"', b"'", CLOSE, COLON)
_TEXT_BLANK, _BEHIND = bits("docstring_blank") | bits("string_blank"), bits("after_backslash")
_AFTER_BACKSLASH = re.compile(rb"\\\n[ \t\f\v]*+(?=\n)")
_STAR = re.compile(rb"/\*|\*/")
_FEED = re.compile(rb"\f")
_LINES_MATCH = shapes.LINES.match


def scan(text: bytes, state: int) -> tuple[list[int], bytearray]:
    """Return a mask for each line, and the state before each line and behind the last one.

    `text` is whole lines as `universal` gives them, the first of which is met in `state`.
    """
    bones, unclosed = skeleton(text)
    scanner = _Scanner(bones, state)
    scanner.run()
    masks, states = scanner.masks, scanner.states
    states.append(0 if unclosed else scanner.state())
    stars = b"/*" in text or b"*/" in text
    mark_astray(masks, text, bones, unclosed, stars)
    if b"\\\n" in text:
        _add(masks, text, _AFTER_BACKSLASH, {_TEXT_BLANK: _BEHIND})
    if b"//" in bones:
        _add(masks, bones, shapes.SLASHES, {_CODE: _SLASHES})
    if stars:
        _add(masks, text, _STAR, {_CODE: _SLASH_STAR, _TEXT: _MARKED_TEXT})
    if b"\f" in text:
        _add(masks, text, _FEED, {_BLANK: _FORM_FEED})
    return masks, states


def _add(masks: list[int], text: bytes, pattern: re.Pattern[bytes], fields: dict[int, int]) -> None:
    """Add fields to the masks of lines on which `pattern` ends; the key is what the line must be already."""
    line = position = 0
    for match in pattern.finditer(text):
        line += text.count(b"\n", position, match.end())
        position = match.end()
        for needed, field in fields.items():
            if masks[line] & needed:
                masks[line] |= field


class _Scanner:
    """Walks over a skeleton, run by run."""

    __slots__ = ("bones", "colon", "continued", "depth", "expectant", "header", "masks", "states")

    def __init__(self, bones: bytes, state: int) -> None:
        self.bones = bones
        self.masks: list[int] = []
        self.states = bytearray()
        self.depth = 0
        self.continued = self.header = False
        self.colon = bool(state & AFTER_COLON)
        self.expectant = bool(state & EXPECTANT)

    def state(self) -> int:
        """Return the state before the next line."""
        if self.depth or self.continued or self.header:
            return 0
        return FRESH | AFTER_COLON * self.colon | EXPECTANT * self.expectant

    def run(self) -> None:
        """Take all lines."""
        bones, masks, states, position, end = self.bones, self.masks, self.states, 0, len(self.bones)
        while position < end:
            match = _LINES_MATCH(bones, position)
            assert match is not None, "every line is of some kind"  # noqa: S101
            kind, stop, before = match.lastindex or 0, match.end(), len(masks)
            states.append(self.state())
            if kind == BLANKS:
                self._blanks(stop - position, position, stop)
            elif kind == COMMENTS:
                self._comments(bones[position : stop - 1])
            else:
                stop = self._statement(kind, position, stop)
            if len(masks) - before > 1:
                states.extend(bytes(len(masks) - before - 1))
            position = stop

    def _blanks(self, size: int, start: int, stop: int) -> None:
        self.masks.extend(repeat(_BLANK, size if size == 1 else self.bones.count(b"\n", start, stop)))
        self._interrupt()

    def _comments(self, run: bytes) -> None:
        within = _BRACKETED if self.depth or self.continued else 0
        self.masks.extend(comment_mask(line.lstrip(b" ")) | within for line in run.split(b"\n"))
        self._interrupt()

    def _interrupt(self) -> None:
        """End a statement that was continued by a backslash: a blank line or a comment does so."""
        self.continued = False
        if not self.depth:
            self.header = False

    def _statement(self, kind: int, start: int, stop: int) -> int:
        """Take lines with code or text; return where the next run begins."""
        bones = self.bones
        if kind == HEADER or (kind == TEXTS and shapes.HEADER_LINE.match(bones, start)):
            self.depth, self.continued, self.header, self.expectant = 0, False, True, False
        if self.header:
            end = self._inline(start, stop)
            if end and self._docstring(start, end):
                return bones.index(b"\n", end) + 1
            if kind == PLAIN:
                stop = bones.index(b"\n", start) + 1
        elif self.expectant and not (self.depth or self.continued):
            match = shapes.DOCSTRING.match(bones, start)
            if match and self._docstring(start, match.end()):
                return bones.index(b"\n", match.end()) + 1
        self.expectant = False
        if kind == PLAIN:
            self.masks.extend(repeat(_CODE, bones.count(b"\n", start, stop)))
            self._advance(bones[start:stop])
        elif kind == TEXTS:
            self._texts(bones[start:stop])
        else:
            self._line(kind, bones[start : stop - 1])
        return stop

    def _inline(self, start: int, stop: int) -> int:
        """Return where a string ends that is the first statement on the last line of a definition's header, or 0."""
        if not shapes.INLINE.search(self.bones, start, stop):
            return 0
        depth = self.depth
        for match in shapes.TURNS.finditer(self.bones, start, stop):
            turn = match.group()
            if turn == b":" and not depth:
                docstring = shapes.DOCSTRING.match(self.bones, match.end())
                return docstring.end() if docstring else 0
            depth += 1 if turn in b"([{" else -1 if turn in b")]}" else 0
        return 0

    def _line(self, kind: int, line: bytes) -> None:
        line = line.lstrip(b" ")
        mask, brackets, last, colon = _line(kind, line, self.colon)
        if kind == LITERALS and self.state() and shapes.SOLE.fullmatch(line + b"\n"):
            mask |= _SOLE_LINE
        self.colon, self.continued = colon, last == b"\\"
        self.masks.append(mask)
        if brackets:
            self.depth = _deeper(self.depth, brackets)
        self._end_header(last == b":")

    def _texts(self, region: bytes) -> None:
        """Take lines with triple-quoted texts that are no docstring."""
        first = region[: region.index(OPEN)].rstrip(b" rRbBuUfF")
        valued = first.endswith(b":") or (self.colon and not first)
        sole = bool(self.state() and shapes.SOLE.fullmatch(region))
        self.masks.extend(text_masks(region, Text(docstring=False, sole=sole, valued=valued)))
        self._advance(region.partition(b"#")[0].rstrip(b" \n") + b"\n")

    def _docstring(self, start: int, end: int) -> bool:
        """Take the lines from `start` with a docstring that ends at `end`, if it is one; return whether it was."""
        bones = self.bones
        stop = bones.index(b"\n", end) + 1
        behind = bones[end:stop]
        if OPEN in behind or bones.count(b"(", start, end) != bones.count(b")", start, end):
            return False
        sole = shapes.SOLE.fullmatch(bones, start, stop) is not None
        self.masks.extend(text_masks(bones[start:stop], Text(docstring=True, sole=sole, valued=True)))
        self.expectant = self.header = False
        if behind.startswith(b";"):
            self._advance(behind.partition(b"#")[0].rstrip(b" \n") + b"\n")
        return True

    def _advance(self, code: bytes) -> None:
        """Remember what matters of whole lines of code, which end without a comment or white space."""
        if brackets := code.translate(None, _NO_BRACKET):
            self.depth = _deeper(self.depth, brackets)
        last = code[-2:-1]
        self.continued = last == b"\\"
        self.colon = colon_before_strings(code, self.colon) if last in _CLOSING else last == b":"
        self._end_header(last == b":")

    def _end_header(self, block: bool) -> None:
        """Leave a definition's header if it ends here; if a block follows, it may begin with a docstring."""
        if self.header and not self.depth and not self.continued:
            self.header = False
            self.expectant = block


@lru_cache(maxsize=1 << 14)
def _line(kind: int, line: bytes, colon: bool) -> tuple[int, bytes, bytes, bool]:
    """Return what a line of marks, strings, commented code or a header tells.

    That is: its mask, its brackets, the last byte of its code, whether a string behind it follows a colon.
    """
    code = line.partition(b"#")[0]
    trailing = trailing_mask(line[len(code) :])
    code = code.rstrip(b" ")
    mask = _CODE | trailing
    if kind == MARKS:
        mask |= _MARKS | (_MARKS_TRAILING if trailing else 0)
    elif kind == LITERALS:
        mask |= _LITERAL | (_VALUED if all_after_colon(code, colon) else 0)
    last = code[-1:]
    after = colon_before_strings(code, colon) if last in _CLOSING else last == b":"
    return mask, code.translate(None, _NO_BRACKET), last, after


@lru_cache(maxsize=1 << 14)
def _deeper(depth: int, brackets: bytes) -> int:
    """Return how many brackets are open behind these, where `depth` were open before them."""
    for bracket in brackets:
        if bracket in b"([{":
            depth += 1
        elif depth:
            depth -= 1
    return depth
