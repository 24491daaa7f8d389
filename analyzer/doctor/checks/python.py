"""Whether Python is new enough, and all that Diptych builds on is installed."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata

from analyzer.doctor.check import Check, Finding, Surroundings, failed, good

OLDEST = (3, 11)
_ADVICE = "install Diptych again, in a virtual environment of its own"


def _look(around: Surroundings) -> Iterator[Finding]:
    version = platform.python_version()
    if sys.version_info < OLDEST:
        yield failed(f"Python {version} is too old", "use Python 3.11 or newer")
    else:
        yield good(f"Python {version}, SQLite {sqlite3.sqlite_version}")
    try:
        needed = metadata.requires("diptych") or []
    except metadata.PackageNotFoundError:
        yield failed("Diptych itself is not installed", _ADVICE)
        return
    if missing := absent(needed):
        yield failed(f"packages are missing: {', '.join(missing)}", _ADVICE)


def absent(requirements: Sequence[str]) -> list[str]:
    """Return the names of the packages that are required always, and not installed."""
    names = [re.split(r"[^\w.-]", one)[0] for one in requirements if "extra ==" not in one]
    installed = {_plain(str(one.metadata["Name"])) for one in metadata.distributions()}
    return sorted(name for name in names if _plain(name) not in installed)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


CHECK = Check(__name__, "Python", 20, _look)
