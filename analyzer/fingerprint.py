"""What this very code is: whatever is kept under it is made anew once any of it changes."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path


@cache
def code() -> str:
    """Return a digest of all files of the package: code, templates, style sheets and scripts."""
    root = Path(__file__).parent
    whole = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(f"{path.relative_to(root).as_posix()}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def digest(*parts: object) -> str:
    """Return a fingerprint of values that JSON can hold; equal values have equal ones."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
