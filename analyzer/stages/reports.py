"""What was reported: the record of refreshes, and the headline figures of written reports."""

from __future__ import annotations

from pathlib import Path

from analyzer.compare.differences import Difference
from analyzer.compare.differences import differences as compared
from analyzer.errors import ConfigError, RenderError
from analyzer.export import headlines
from analyzer.model.headlines import Headlines
from analyzer.model.history import Round
from analyzer.plain_file import contents
from analyzer.store.store import Store
from analyzer.workspace import Workspace

LONGEST = 64 << 20
"""Bytes of a file that are looked at: reports have about a megabyte and a half."""


def history(workspace: Workspace, limit: int) -> list[Round]:
    """Return the newest refreshes, newest first; none where nothing was refreshed yet."""
    if not workspace.database.exists():
        return []
    # Whoever only looks holds no lock, and must not take away the facts of another version from who reads them again.
    with Store.open(workspace.database, rebuild=False) as store:
        return store.record.newest(limit)


def differences(then: Path, now: Path) -> list[Difference]:
    """Return how the headline figures of two written reports differ. Raises as `read_headlines` does."""
    return compared(read_headlines(then), read_headlines(now))


def read_headlines(path: Path) -> Headlines:
    """Return the headline figures of a written report, or of a file with only their JSON.

    Nothing of the file is run, and of a page nothing but its block of JSON is looked at. Raises ConfigError for a file
    that cannot be read or is too large, RenderError for one that is no report with such a block.
    """
    try:
        content = contents(path, LONGEST)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"cannot read {path}: {reason}", hint="name a report that diptych run wrote") from error
    text = content.decode("utf-8", "replace")
    block = text if text.lstrip().startswith("{") else headlines.find(text)
    if block is None:
        raise RenderError(
            f"{path} has no headline figures", hint="reports of an older Diptych have none: write it again"
        )
    try:
        return headlines.loads(block)
    except RenderError as error:
        raise RenderError(f"{path}: {error.message}", hint=error.hint) from error
