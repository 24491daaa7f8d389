"""A text, or a picture, becomes a file, wholly or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from analyzer.errors import ReportNotWritten


def write(content: str | bytes, path: Path) -> None:
    """Write bytes, or text as UTF-8, to `path`, making its folder; what was there stays until the new is complete.

    Raises ReportNotWritten.
    """
    aside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".partial")
        aside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
        aside.chmod(0o666 & ~_mask())
        aside.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReportNotWritten(f"could not write {path}: {reason}", hint=_hint(error, path)) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


def _mask() -> int:
    # The only portable way to read the mask is to set it; mkstemp makes files that only their owner can read.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, PermissionError):
        return f"you may not write to {path.parent}; choose another place with --output"
    if isinstance(error, IsADirectoryError):
        return "that is a folder; give the name of a file with --output"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a part of that path is a file, not a folder; choose another place with --output"
    return "check that the disk has room and can be written to, or choose another place with --output"
