"""The line vector of every language but Python.

Comments and multi-line strings are overwritten by marks; what kind a line is then shows in which marks are left on it.
All of that is whole-file work on bytes: only the tokens themselves are met one by one.
"""

from __future__ import annotations

from analyzer.count.grammar import Grammar, Kind, Token, grammar
from analyzer.model.lines import LineVector

SPACE = b" \t\v\f"
COMMENT_MARK = b"\x01"
STRING_MARK = b"\x02"
MARKS = COMMENT_MARK + STRING_MARK
WHITE = frozenset(b" \t\n\v\f\r")
AS_COMMENT = bytes(byte if byte in WHITE else COMMENT_MARK[0] for byte in range(256))
AS_STRING = bytes(byte if byte in WHITE else STRING_MARK[0] for byte in range(256))
WITHOUT_MARKS = bytes.maketrans(MARKS, b"xx")


def text_lines(language: str, data: bytes) -> LineVector:
    """Count the lines of `data`, which is written in `language` (a name of the table; KeyError for any other)."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if COMMENT_MARK in data or STRING_MARK in data:
        data = data.translate(WITHOUT_MARKS)
    marked = _Marked(data)
    marked.read(grammar(language), 0, len(data))
    return _vector(b"".join(marked.pieces), marked.string_blank)


class _Marked:
    """A file's bytes with its comments and multi-line strings overwritten, piece by piece."""

    __slots__ = ("copied", "data", "pieces", "string_blank")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pieces: list[bytes] = []
        self.copied = 0
        """Everything before this position is in `pieces`."""
        self.string_blank = 0

    def read(self, syntax: Grammar, start: int, stop: int) -> int:
        """Mark the bytes from `start` to `stop` and return where reading ended: at `stop` or at an exit token."""
        position = start
        if start == 0 and syntax.first and (match := syntax.first.match(self.data)):
            position = self._mark(0, match.end(), AS_COMMENT)
        while syntax.pattern:
            for match in syntax.pattern.finditer(self.data, position, stop):
                if match.lastindex is None:
                    continue
                token = syntax.tokens[match.lastindex]
                if token is None:
                    continue
                kind = token.kind
                if kind is Kind.COMMENT:
                    self._mark(match.start(), match.end(), AS_COMMENT)
                elif kind is Kind.STRING:
                    self._mark_string(match.start(), match.end())
                elif kind is Kind.EXIT:
                    self._copy(match.start())
                    return match.start()
                else:
                    position = self._mark_region(token, match.start(), match.end(), stop)
                    break
            else:
                break
        self._copy(stop)
        return stop

    def _copy(self, stop: int) -> None:
        if self.copied < stop:
            self.pieces.append(self.data[self.copied : stop])
            self.copied = stop

    def _mark(self, start: int, end: int, table: bytes) -> int:
        self._copy(start)
        self.pieces.append(self.data[start:end].translate(table))
        self.copied = end
        return end

    def _mark_string(self, start: int, end: int) -> None:
        """Mark a string that has more than one line; one within a line is code like any other."""
        if self.data.find(b"\n", start, end) < 0:
            return
        self._mark(start, end, AS_STRING)
        within = self.pieces[-1].translate(None, SPACE).split(b"\n")
        self.string_blank += within[1:-1].count(b"")

    def _mark_region(self, token: Token, start: int, end: int, stop: int) -> int:
        """Mark what a nested comment or an island spans, and return where it ends."""
        if token.island is None:
            return self._mark(start, _nested_end(self.data, token, start, stop), AS_COMMENT)
        island = token.island
        if island.outside_strings:
            return self.read(grammar(island.language, island.end), end, stop)
        close = token.pair.search(self.data, end, stop)
        return self.read(grammar(island.language), end, close.start() if close else stop)


def _nested_end(data: bytes, token: Token, start: int, stop: int) -> int:
    depth = 0
    for match in token.pair.finditer(data, start, stop):
        depth += 1 if match.lastindex else -1
        if depth == 0:
            return match.end()
    return stop


def _vector(marked: bytes, string_blank: int) -> LineVector:
    lines, filled = _filled_lines(marked)
    if COMMENT_MARK not in marked and STRING_MARK not in marked:
        return LineVector(blank=lines - filled, code=filled)
    blank = lines - filled - string_blank
    code = _filled_lines(marked.translate(None, MARKS))[1]
    no_strings = marked.translate(None, SPACE + STRING_MARK)
    with_comments = _filled_lines(no_strings)[1]
    no_comments = _filled_lines(marked.translate(None, COMMENT_MARK))[1]
    ends = no_strings.count(COMMENT_MARK + b"\n") + no_strings.endswith(COMMENT_MARK)
    return LineVector(
        blank=blank,
        code=code,
        comment=filled - no_comments,
        string=no_comments - code,
        string_blank=string_blank,
        trailing_comment=ends - (with_comments - code),
    )


def _filled_lines(data: bytes) -> tuple[int, int]:
    """Return how many lines there are, and how many of them hold anything but white space."""
    kept = data.translate(None, SPACE).split(b"\n")
    lines = len(kept) - (not data or data.endswith(b"\n"))
    return lines, len(kept) - kept.count(b"")
