"""Reading a file that somebody named: a plain one, and never more of it than it may have.

What a configuration names may be a pipe that nobody writes to, or a device without an end.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_ENDLESS = "it is no plain file"
# Opening a pipe would wait for whoever writes to it, and a terminal could become ours. Not every system has these.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def contents(path: Path, most: int, *, pipes: bool = False) -> bytes:
    """Return the content of a plain file of at most so many bytes.

    With `pipes`, also that of a pipe, such as the shell's `<(...)`; one that nobody writes to is empty. Raises OSError,
    whose `strerror` says why: also for what is no plain file, and for what is larger. ValueError: no path at all.
    """
    # Looked at before it is opened, too: to open a device may do something.
    _check(path.stat().st_mode, path, pipes=pipes)
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as file:
        _check(os.fstat(handle).st_mode, path, pipes=pipes)
        os.set_blocking(handle, True)
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most >> 20} MiB", str(path))
    return content


def _check(mode: int, path: Path, *, pipes: bool) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
        raise OSError(errno.EINVAL, _ENDLESS, str(path))
