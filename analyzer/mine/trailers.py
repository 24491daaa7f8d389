"""Trailers of a commit message, by the rules of `git interpret-trailers --parse`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SPACE = " \t\n\r"
_GENERATED = ("Signed-off-by: ", "(cherry picked from commit ")
_CUT = "# ------------------------ >8 ------------------------"
_TOKEN = re.compile(r"([A-Za-z0-9-]+)[ \t]*:")
_ANY_TOKEN = re.compile(r"^[A-Za-z0-9-]+[ \t]*:", re.MULTILINE)
_DIVIDER = re.compile(r"^---[ \t\r\n]", re.MULTILINE)
_FOLD = re.compile(r"\n[ \t\n\r]*")

Trailers = tuple[tuple[str, str], ...]


def parse_trailers(message: str) -> Trailers:
    """Return the (key, value) pairs of the last paragraph, folded values on one line; () if it has no trailers.

    A paragraph counts if all its lines are trailers, or if one of them was made by git itself (a sign-off, a
    cherry-pick) and at least a quarter are trailers. The title is never one.
    """
    if not _ANY_TOKEN.search(message):
        return ()
    divider = _DIVIDER.search(message)
    text = message[: divider.start()] if divider else message
    lines = _without_remarks(text.removesuffix("\n").split("\n"))
    return tuple(_pairs(lines[_start(lines) :]))


def _without_remarks(lines: list[str]) -> list[str]:
    # Comments, blank lines and an old list of conflicts at the end, and what `git commit -v` put below its mark.
    end = lines.index(_CUT) if _CUT in lines else len(lines)
    remarks = 0  # where they begin; like git, we never see them begin at the first line
    conflicts = False
    for index, line in enumerate(lines[:end]):
        if not line or line.startswith("#"):
            remarks = remarks or index
        elif line == "Conflicts:":
            conflicts = True
            remarks = remarks or index
        elif remarks and not (conflicts and line.startswith("\t")):
            remarks, conflicts = 0, False
    return lines[: remarks or end]


@dataclass(slots=True)
class _Paragraph:
    """Counts of the lines of a paragraph, gathered from its last line upwards."""

    trailers: int = 0
    others: int = 0
    indented: int = 0
    """Lines that continue a trailer, if one stands above them."""
    generated: bool = False

    def add(self, line: str) -> None:
        generated = line.startswith(_GENERATED)
        if generated or _TOKEN.match(line):
            self.generated |= generated
            self.trailers += 1
            self.indented = 0
        elif line[0] in _SPACE:
            self.indented += 1
        else:
            self.others += 1
            self.settle()

    def settle(self) -> None:
        """Nothing above the indented lines was a trailer."""
        self.others += self.indented
        self.indented = 0

    @property
    def counts(self) -> bool:
        if self.generated and self.trailers * 3 >= self.others:
            return True
        return self.trailers > 0 and not self.others


def _start(lines: Sequence[str]) -> int:
    """Return the index of the first line of the trailers; the number of lines if there are none."""
    title = next((index for index, line in enumerate(lines) if _blank(line) and not line.startswith("#")), len(lines))
    paragraph = _Paragraph()
    begun = False
    for index in range(len(lines) - 1, title - 1, -1):
        line = lines[index]
        if line.startswith("#"):
            paragraph.settle()
        elif not _blank(line):
            begun = True
            paragraph.add(line)
        elif begun:
            paragraph.settle()
            return index + 1 if paragraph.counts else len(lines)
    return len(lines)


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    key, value = "", ""
    for line in lines:
        if key and line[:1] in ("", *_SPACE):
            value += f"\n{line}"
            continue
        if key:
            yield key, _FOLD.sub(" ", value).strip(_SPACE)
        token = _TOKEN.match(line)
        key, value = (token.group(1), line[token.end() :]) if token else ("", "")
    if key:
        yield key, _FOLD.sub(" ", value).strip(_SPACE)


def _blank(line: str) -> bool:
    return not line.strip(_SPACE)
