"""A text, or a picture, becomes a file, wholly or not at all."""

from __future__ import annotations

from pathlib import Path

from analyzer import whole
from analyzer.errors import ReportNotWritten


def write(content: str | bytes, path: Path) -> None:
    """Write bytes, or text as UTF-8, to `path`, making its folder; what was there stays until the new is complete.

    Raises ReportNotWritten.
    """
    try:
        whole.write(path, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReportNotWritten(f"could not write {path}: {reason}", hint=_hint(error, path)) from error


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, PermissionError):
        return f"you may not write to {path.parent}; choose another place with --output"
    if isinstance(error, IsADirectoryError):
        return "that is a folder; give the name of a file with --output"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a part of that path is a file, not a folder; choose another place with --output"
    return "check that the disk has room and can be written to, or choose another place with --output"
