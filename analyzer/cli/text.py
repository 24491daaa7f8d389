"""Text on its way to a terminal: what comes from repositories may hold anything."""

from __future__ import annotations

import re
import shutil
import textwrap

import click

from analyzer.cli import log

# Control characters can repaint a terminal, direction marks can reorder a line, and halves of surrogate pairs
# cannot be written at all.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
WIDTH = 100
"""Columns of running text at the most: longer lines are hard to follow."""
_CREDENTIALS = re.compile(r"(?<=://)[^/\s@'\"]*@")


def clean(text: str) -> str:
    """Return the text with U+FFFD for every character that is no harmless part of one line."""
    return _UNSAFE.sub("\ufffd", text)


def paragraph(text: str, *, indent: int = 0) -> str:
    """Return the text, made harmless, in lines of the terminal's width (at most `WIDTH`), each indented."""
    wide = min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDTH)
    margin = " " * indent
    return textwrap.fill(
        clean(text),
        width=max(wide, 40),
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def without_credentials(text: str) -> str:
    """Return the text with `user:password@` taken out of its URLs."""
    return _CREDENTIALS.sub("", text)


def complain(message: str, hint: str | None = None) -> None:
    """Print an error and what to do about it on stderr: a line each (a hint may list more)."""
    if log.json_wanted():
        log.event("error", without_credentials(message), hint=without_credentials(hint) if hint else None)
        return
    click.echo(f"error: {clean(without_credentials(message))}", err=True)
    for number, line in enumerate((hint or "").splitlines()):
        click.echo(f"{'      ' if number else 'hint: '}{clean(without_credentials(line))}", err=True)
