"""Libraries that change where Python looks for modules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_path_kept() -> Iterator[None]:
    """Undo what happens to `sys.path` within.

    Lizard, when it is imported, puts the folder of the running program before all others. With `python -m analyzer`
    that is our own, and its `git.py` would stand where PyDriller looks for GitPython.
    """
    kept = sys.path.copy()
    try:
        yield
    finally:
        sys.path[:] = kept
