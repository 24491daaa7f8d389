"""Lines of a Python skeleton on which triple-quoted texts or docstrings stand -> what each counts for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.count.python_masks import bits
from analyzer.count.python_shapes import LITERAL_LINE, MARKS_LINE, PREFIXED_LINE, WHOLE_TEXT, WORDS
from analyzer.count.python_tokens import CLOSE, COLON, HASH, OPEN, OTHER, WORD

_BLANK, _CODE, _COMMENT = bits("blank"), bits("code"), bits("comment")
_SPANNED, _LED, _VALUED, _MARKED = bits("spanned"), bits("led"), bits("valued"), bits("marked_text")
_LITERAL, _MARKS = bits("literal"), bits("marks")
_TRAILING, _TRAILING_BARE = bits("trailing_comment"), bits("trailing_bare")
_SOLE, _SOLE_LINE = bits("sole"), bits("sole_line")
_TEXT = {True: bits("docstring"), False: bits("string")}
_TEXT_BLANK = {True: bits("docstring_blank"), False: bits("string_blank")}
_DOCSTRING_BARE, _BRACKETED = bits("docstring_bare"), bits("bracketed")
_BARE, _COMMENTED_OUT = bits("comment_bare"), bits("commented_out")
_DOCSTRING_CODE, _PREFIXED = bits("docstring_code"), bits("docstring_prefixed")
_JOINED, _NOTED = bits("joined"), bits("noted")
_TEXT_LINE = _TEXT[True] | _TEXT[False]
_BLANKS = _BLANK | _TEXT_BLANK[True] | _TEXT_BLANK[False]
_OF_STRINGS = _TEXT[False] | _TEXT_BLANK[False] | _LITERAL
_AROUND = WORD + OTHER + OPEN + CLOSE + HASH + COLON + b" "


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the lines from outside of them."""

    docstring: bool
    sole: bool
    """They are a statement that is one string."""
    valued: bool
    """The first triple-quoted text follows a colon."""


def comment_mask(mark: bytes) -> int:
    """Return what a line counts for that holds only the comment which left this mark."""
    if mark == b"#":
        return _COMMENT | _BARE
    return _COMMENT if WORDS.fullmatch(mark) else _COMMENT | _COMMENTED_OUT


def trailing_mask(mark: bytes) -> int:
    """Return what a comment behind something else adds; `mark` may be empty."""
    return (_TRAILING | _TRAILING_BARE if mark == b"#" else _TRAILING) if mark else 0


def text_masks(region: bytes, text: Text) -> list[int]:
    """Return a mask for each of the lines of `region`, which are whole."""
    lines = region[:-1].split(b"\n")
    whole = HASH not in region and WHOLE_TEXT.fullmatch(region)
    masks = _whole(lines, text) if whole else list(_mixed(lines, text))
    if not (text.docstring or text.valued) and COLON in region:
        masks = _valued_from(region, masks)
    if text.sole:
        sole = _SOLE if len(lines) > 1 else _SOLE_LINE
        masks = [mask if mask & _BLANKS else mask | sole for mask in masks]
    led = len(lines) if whole else _led(lines)
    return [mask | _LED for mask in masks[:led]] + masks[led:] if led else masks


def _valued_from(region: bytes, masks: list[int]) -> list[int]:
    """Return the masks, with the lines of the first text marked behind a colon that Pygments reads alone.

    A text that begins its line is one piece to Pygments, which looks at an f-string otherwise, too.
    """
    start = region.index(OPEN)
    end = region.find(CLOSE, start) if CLOSE in region else len(region) - 1
    colon = region.find(COLON, start, end)
    before = region[:start].strip(b" ")
    if colon < 0 or before.endswith((b"f", b"F")) or not before.strip(b"rRuUbB"):
        return masks
    first, last = region.count(b"\n", 0, colon), region.count(b"\n", 0, end)
    return [mask | _VALUED if first < line <= last and mask & _OF_STRINGS else mask for line, mask in enumerate(masks)]


def _whole(lines: list[bytes], text: Text) -> list[int]:
    """Return masks for one triple-quoted text with nothing beside it."""
    around = (_VALUED if text.valued and not text.docstring else 0) | (_SPANNED if len(lines) > 1 else 0)
    words = _TEXT[text.docstring] | around
    bare = words | _DOCSTRING_BARE if text.docstring else words
    blank = _TEXT_BLANK[text.docstring] | around
    return [words if WORD in line else bare if line else blank for line in lines]


def _mixed(lines: list[bytes], text: Text) -> Iterator[int]:
    inside = behind_code = False
    for line in lines:
        code, hash_, _ = line.partition(b"#")
        opened = inside
        inside = code.rfind(OPEN) > code.rfind(CLOSE) or (opened and CLOSE not in code)
        spanned = _SPANNED if opened or inside else 0
        if rest := code.translate(None, _AROUND):
            mask = _CODE | _beside(code, rest, text) | trailing_mask(line[len(code) :])
        elif code.strip(b" "):
            mask = _text(code, text) | trailing_mask(line[len(code) :])
        elif hash_:
            mask = comment_mask(line[len(code) :]) | _BRACKETED
        elif opened:
            mask = _TEXT_BLANK[text.docstring] | (_VALUED if text.valued and not text.docstring else 0)
        else:
            mask = _BLANK
        if HASH in code and mask & _CODE == 0:
            mask |= _MARKED
        if hash_ and mask & _TEXT_LINE and not (opened and behind_code):
            mask |= _NOTED
        if opened and CLOSE in code and behind_code and code.partition(CLOSE)[2].strip(_AROUND):
            mask |= _JOINED
        if inside and OPEN in code:
            behind_code = mask & _CODE != 0
        yield mask | spanned


def _text(code: bytes, text: Text) -> int:
    if not text.docstring:
        return _TEXT[False] | (_VALUED if text.valued else 0)
    return _TEXT[True] if WORD in code else _TEXT[True] | _DOCSTRING_BARE


def _beside(code: bytes, rest: bytes, text: Text) -> int:
    """Return what a line of code counts for besides: `rest` is what is left of it without triple-quoted text."""
    quoted = len(rest) < len(code.replace(b" ", b"")) or b'"' in rest or b"'" in rest
    if not quoted:
        return _MARKS if MARKS_LINE.fullmatch(rest) else 0
    if text.docstring:
        return _DOCSTRING_CODE | (_PREFIXED if PREFIXED_LINE.fullmatch(code) else 0)
    if not LITERAL_LINE.fullmatch(code):
        return 0
    alone = text.valued and b'"' not in rest and b"'" not in rest
    return _LITERAL | _VALUED if alone else _LITERAL


def _led(lines: list[bytes]) -> int:
    """Return how many of the lines belong to a triple-quoted text that begins the first and ends the last of them."""
    first, opened, _ = lines[0].partition(OPEN)
    if not opened or first.strip(b" ") not in (b"", b"r", b"f"):
        return 0
    last = next((index for index, line in enumerate(lines) if CLOSE in line), len(lines) - 1)
    return last if lines[last].partition(CLOSE)[2].strip(b" ") else last + 1
