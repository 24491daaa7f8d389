"""A receipt's command line, run as a reader would run it, in a clean environment."""

from __future__ import annotations

import subprocess
from pathlib import Path

from analyzer.git import SAFE, environment
from analyzer.mine.border import NOTHING_ELSE

_SETTINGS = (
    *SAFE,
    # A signature would be looked at by a program that the repository's configuration names.
    ("log.showSignature", "false"),
    ("log.mailmap", "true"),
    ("mailmap.file", "/dev/null"),
    ("core.attributesFile", "/dev/null"),
)


def run_plain(git_dir: Path, command: str) -> tuple[str, str]:
    """Return what a command line prints on stdout and on stderr; `command` is made of our own words and numbers.

    See analyzer/measure/plain_git.py. Nothing of the user's configuration has a say, so that everybody gets the same.
    """
    settings = {"GIT_CONFIG_COUNT": str(len(_SETTINGS)), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    for place, (key, value) in enumerate(_SETTINGS):
        settings |= {f"GIT_CONFIG_KEY_{place}": key, f"GIT_CONFIG_VALUE_{place}": value}
    extra = {**settings, **NOTHING_ELSE, "GIT_DIR": str(git_dir)}
    done = subprocess.run(
        ["sh", "-c", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(extra),
        cwd=git_dir,
        check=False,
    )
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
