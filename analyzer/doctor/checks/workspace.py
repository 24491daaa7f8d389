"""Whether files can be made where mirrors, facts and reports go."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from analyzer.doctor.check import Check, Finding, Surroundings, failed, good


def _look(around: Surroundings) -> Iterator[Finding]:
    workspace = around.workspace
    for place in dict.fromkeys(standing(one) for one in (workspace.root, workspace.cache, workspace.reports)):
        yield _tried(place)


def standing(path: Path) -> Path:
    """Return the path, or the nearest folder above it that exists."""
    return next((one for one in (path, *path.parents) if one.exists()), path)


def _tried(place: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=place):
            return good(f"{place} can be written")
    except OSError as error:
        advice = "choose another folder with --workspace or DIPTYCH_HOME, or change its permissions"
        return failed(f"{place} cannot be written: {(error.strerror or str(error)).lower()}", advice)


CHECK = Check(__name__, "Workspace", 40, _look)
