"""Whether git is there and new enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analyzer import git
from analyzer.doctor.check import Check, Finding, Surroundings, failed, good

OLDEST = (2, 31)


def _look(around: Surroundings) -> Iterator[Finding]:
    try:
        told = git.run("version").stdout.decode("utf-8", "replace").strip()
    except OSError as error:
        yield failed(
            f"git cannot be run: {(error.strerror or str(error)).lower()}", "install git, version 2.31 or newer"
        )
        return
    yield judge(told)


def judge(told: str) -> Finding:
    """Return what the words of `git version` mean."""
    found = re.search(r"(\d+)\.(\d+)(?:\.\d+)*", told)
    if not found:
        return failed(f"git does not tell its version, but {told!r}", "install git, version 2.31 or newer")
    if (int(found[1]), int(found[2])) < OLDEST:
        return failed(f"git {found[0]} is too old", "install version 2.31 or newer")
    return good(f"git {found[0]}")


CHECK = Check(__name__, "git", 10, _look)
