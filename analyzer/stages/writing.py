"""A comparison becomes a file: the page with what is beside it, or any other format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from analyzer.model.comparison import Comparison
from analyzer.model.format import Format, Means
from analyzer.model.layout import Layout
from analyzer.model.shelf import Beside
from analyzer.registry import discover
from analyzer.session import Session
from analyzer.stages import kept

SHELVES = ("analyzer.export.formats", "analyzer.render.formats")
"""Formats of text, and those that need templates or pictures."""


def formats() -> Mapping[str, Format]:
    """Return all formats by name, sorted."""
    return dict(sorted(item for shelf in SHELVES for item in discover(shelf, Format).items()))


def write_report(session: Session, made: Comparison, output: Path, layout: Layout | None) -> None:
    """Write the page; on a shelf, keep the one before and list all. Raises ReportNotWritten, RenderError."""
    from analyzer.render.output import write

    wanted = layout or Layout()
    usual = output.parent.resolve() == session.workspace.reports.resolve()
    on_shelf = usual if wanted.shelf is None else wanted.shelf
    if not on_shelf:
        write(kept.page(session, made, wanted, Beside()), output)
        return
    from analyzer.export.headlines import headlines
    from analyzer.render.clean import cleaned
    from analyzer.stages import shelf

    said = headlines(cleaned(made))
    shelf.put(output, said, lambda beside: kept.page(session, made, wanted, beside), keep=wanted.keep)


def save(content: bytes, output: Path) -> Path:
    """Write a file, wholly or not at all, and return where. Raises ReportNotWritten."""
    from analyzer.render.output import write

    write(content, output)
    return output


def formatted(session: Session, made: Comparison, name: str, layout: Layout, *, width: int, colour: bool) -> bytes:
    """Return a comparison in a format, which gets no text that could drive what shows it. Raises RenderError."""
    from analyzer.render.clean import cleaned

    chosen = formats()[name]
    means = Means(session.workspace.cache / "charts", layout, width, colour)
    text = chosen.make(made if chosen.exact else cleaned(made), means)
    return text if isinstance(text, bytes) else text.encode("utf-8")
