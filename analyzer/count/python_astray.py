"""Python texts on which cloc and tokei lose their way, counted as they do.

Neither reads Python as Python does: cloc takes every triple quote for the beginning or the end of a comment in turn,
wherever it stands and whichever of the two it is; tokei 12 takes the quote behind two backslashes for escaped and reads
on within the string. Where a text holds none of that, both are arithmetic on the other fields of the line vector; lines
that do are marked, and the texts that have such lines are walked through once more here.
"""

from __future__ import annotations

from collections.abc import Mapping

from analyzer.count.possessive import compiled
from analyzer.count.python_tokens import CLOSE, OPEN
from analyzer.model.lines import FIELDS, LineVector

UNPAIRED = 1 << len(FIELDS)
"""Beside the fields: a line on which cloc may take a triple quote for what it is not."""
ESCAPED = UNPAIRED << 1
"""Beside the fields: a line on which tokei may not see the end of a string."""

_TRIPLE = compiled(rb"\"\"\"|'''")
_TRIPLE_OR_SIGN = compiled(rb"[uU](?=\"\"\"|''')|/\*|\*/|\"\"\"|'''")
_OPENING = compiled(rb"[uU]?(?:\"\"\"|''')")
_C_COMMENT = compiled(rb"/\*[^*]*+\*++(?:[^/*][^*]*+\*++)*+/")
_TURNS = compiled(rb"""\"\"\"|'''|["'\n#]|\\["']""")
# The same, with strings that end on their line taken whole: most strings do, and each is then one step.
_LEAPS = compiled(rb"""\"\"\"|'''|"(?:[^"\\]++|\\["']?+)*+"|'(?:[^'\\]++|\\["']?+)*+'|["'\n#]|\\["']""")
_QUOTES = frozenset({b'"', b"'", b'"""', b"'''"})
_BACKSLASHES = compiled(rb"""\\\\["']""")


def mark_astray(masks: list[int], text: bytes, bones: bytes, unclosed: bool, stars: bool) -> None:
    """Mark the lines of `text`, whose skeleton is `bones`, on which a tool may lose its way.

    `stars` says whether the text holds `/*` or `*/`: cloc drops such lines, and a triple quote with them.
    """
    if b"\\\\" in text:
        number = position = 0
        for match in _BACKSLASHES.finditer(text):
            number += text.count(b"\n", position, match.start())
            position = match.start()
            masks[number] |= ESCAPED
    paired = bones.count(OPEN) + bones.count(CLOSE) - (unclosed and bones.endswith(CLOSE + b"\n"))
    signs = stars or b"u" + OPEN in bones or b"U" + OPEN in bones
    if not signs and text.count(b'"""') + text.count(b"'''") == paired:
        return
    for index, (line, bone) in enumerate(zip(text.split(b"\n"), bones.split(b"\n"), strict=False)):
        if b'"""' in line or b"'''" in line:
            marks = bone.count(OPEN) + bone.count(CLOSE)
            if len(_TRIPLE_OR_SIGN.findall(line)) != marks:
                masks[index] |= UNPAIRED


def astray(text: bytes, found: LineVector, counts: Mapping[int, int]) -> LineVector:
    """Return `found` with what the tools make of a text that has marked lines."""
    marked = 0
    for mask, count in counts.items():
        marked |= mask if count else 0
    if marked & UNPAIRED:
        expected = found.code - found.slash_star + found.shebang - found.joined + found.noted
        found = found._replace(unpaired=_cloc_code(text) - expected)
    if marked & ESCAPED:
        comment, blank, in_text = _tokei(text)
        found = found._replace(
            escaped_comment=comment - found.comment,
            escaped_blank=blank - found.blank,
            escaped_text=in_text - found.spanned,
        )
    return found


def _cloc_code(text: bytes) -> int:
    lines = _filled(text[:-1].split(b"\n"))
    lines = _filled([line for line in lines if b"/*" not in line and b"*/" not in line and not _is_comment(line)])
    bare = _C_COMMENT.sub(b"", b"\n".join(_with_c_comments(lines)) + b"\n")
    code = _filled(bare[:-1].split(b"\n"))
    first = text.partition(b"\n")[0]
    return len(code) + (first.startswith(b"#!") and code[:1] != [first])


def _filled(lines: list[bytes]) -> list[bytes]:
    """Leave blank lines out, but for those behind a line that ends in a backslash."""
    return [line for line, last in zip(lines, [b"", *lines], strict=False) if line.strip() or last.endswith(b"\\")]


def _is_comment(line: bytes) -> bool:
    return line.lstrip().startswith(b"#")


def _with_c_comments(lines: list[bytes]) -> list[bytes]:
    inside, found = False, []
    for line in lines:
        pieces, position = [], 0
        while match := (_TRIPLE if inside else _OPENING).search(line, position):
            pieces += [line[position : match.start()], b"*/" if inside else b"/*"]
            inside, position = not inside, match.end()
        found.append(b"".join([*pieces, line[position:]]))
    return found


def _tokei(text: bytes) -> tuple[int, int, int]:
    """Return lines of comment, blank lines, and lines on which a triple-quoted text ends or is open at the end."""
    comments = blanks = texts = 0
    quote = b""
    for line in text[:-1].split(b"\n"):
        bare = line.strip()
        if not quote and not bare:
            blanks += 1
            continue
        opened = quote
        quote = _after(line, quote)
        if len(quote) == 3 or (len(opened) == 3 and not quote and (b'"""' in line or b"'''" in line)):
            texts += 1
        elif not quote and bare.startswith(b"#"):
            comments += 1
    return comments, blanks, texts


def _after(line: bytes, quote: bytes) -> bytes:
    """Return the quote that tokei believes open after a line, given the one open before it; empty for none."""
    if (quote and quote not in line) or (not quote and b'"' not in line and b"'" not in line):
        return quote
    position = 0
    while match := (_TURNS if quote else _LEAPS).search(line, position):
        position = match.end()
        turn = match.group()
        if quote:
            if line.startswith(quote, match.start()):
                position, quote = match.start() + len(quote), b""
        elif turn == b"#":
            break
        elif turn in _QUOTES:
            quote = turn
    return quote
