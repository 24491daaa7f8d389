"""The comparison as Markdown of GitHub's kind: for comments on pull requests and summaries of jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analyzer.model import wording
from analyzer.model.cell_words import NOTED, marked_text, notes
from analyzer.model.column_words import standing
from analyzer.model.comparison import Column, Comparison, Row
from analyzer.model.format import Means, written_as
from analyzer.model.headings import by_group, row_title

_MARKUP = re.compile(r"([\\*_\[\]|~$`])")
_BREAKS = re.compile(r"\s*[\r\n\t]\s*")
# What forges turn into links, and into messages to whoever is named: a person, an issue, a page.
_CALLS = re.compile(r"(?<=[@#:!])(?=[\w/-])|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-)", re.IGNORECASE)
# At the beginning of a line these make headings, lists and rules.
_START = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([#+=.)-])(?=[\s#=-]|$)")
_BREAKER = "\u2060"
"""Word joiner: it has no width and breaks no line, but it ends what looks like a name."""


@written_as(title="Markdown, for comments on pull requests and summaries of jobs", suffix=".md")
def markdown(comparison: Comparison, means: Means) -> str:
    """Return findings, claims, the table and what was not counted; sections that have nothing to say are left out."""
    parts = (_head(comparison), _findings(comparison), _claims(comparison), _table(comparison), _rest(comparison))
    return "\n".join(line for part in parts for line in part)


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no HTML, nobody called."""
    text = _CALLS.sub(_BREAKER, _BREAKS.sub(" ", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def words(text: str, *, cell: bool = False) -> str:
    """Return the same, but what stands between backticks is code, as in all texts of a report."""
    parts = text.split("`")
    return "".join(_code(part, cell) if index % 2 else plain(part) for index, part in enumerate(parts))


def _code(text: str, cell: bool) -> str:
    # Of all signs only the one that ends a cell of a table means something in code.
    inner = _BREAKS.sub(" ", text).replace("|", "\\|" if cell else "|")
    return f"`{inner}`" if inner.strip() else ""


def _head(comparison: Comparison) -> Iterator[str]:
    yield f"## {plain(comparison.title)}"
    yield ""
    yield f"Figures as of {wording.day(comparison.end)}{'' if not comparison.columns else ':'}"
    yield ""
    if comparison.columns:
        yield from (f"- {_column(column)}" for column in comparison.columns)
        yield ""


def _column(column: Column) -> str:
    return f"**{plain(column.name)}**: {standing(column, text=plain, commit=lambda digits: f'`{digits}`')}"


def _findings(comparison: Comparison) -> Iterator[str]:
    if comparison.findings:
        yield from ("### In one minute", "")
        yield from (f"{number}. {words(text)}" for number, (text, _) in enumerate(comparison.findings, 1))
        yield ""


def _claims(comparison: Comparison) -> Iterator[str]:
    if comparison.sayings:
        yield from ("### What is said of them", "", "| Sentence | Verdict |", "| :-- | :-- |")
        yield from (f"| {words(saying.text, cell=True)} | {saying.word} |" for saying in comparison.sayings)
        yield ""


def _table(comparison: Comparison) -> Iterator[str]:
    if not comparison.rows:
        return
    names = " | ".join(plain(column.name) for column in comparison.columns)
    yield from ("### Side by side", "", f"| Figure | {names} |", f"| :-- |{' --: |' * len(comparison.columns)}")
    for group, rows in by_group(comparison.rows):
        yield f"| **{plain(group)}** |{'  |' * len(comparison.columns)}"
        yield from (_row(row) for row in rows)
    yield ""
    told = [f"{plain(NOTED)} {words(note)}" for note in notes(comparison.rows, comparison.columns)]
    if told:
        yield from ("<br>\n".join(told), "")


def _row(row: Row) -> str:
    cells = (words(marked_text(row, cell), cell=True) for cell in row.cells)
    return f"| {words(row_title(row), cell=True)} | {' | '.join(cells)} |"


def _rest(comparison: Comparison) -> Iterator[str]:
    if comparison.troubles:
        listed = wording.plural(len(comparison.troubles), "entry", "entries")
        yield from (f"Not counted: {listed}, listed in the full report.", "")
    yield from (f"<sub>Written by Diptych {plain(comparison.version)}</sub>", "")
