"""A file is written as a whole or not at all: what was there stays until the new one is complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a file, making its folder; a link in its place is replaced, not followed. Nothing else is left behind.

    With its `mode`, or as any new file of the user. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".partial")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        aside.chmod(0o666 & ~_mask() if mode is None else mode)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _mask() -> int:
    # The only portable way to read the mask is to set it; mkstemp makes files that only their owner can read.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
