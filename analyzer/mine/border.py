"""The border of the room: how git and libgit2 are asked, and how their failures become MineError."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pygit2

from analyzer.errors import MineError
from analyzer.git import command, environment

_MEGABYTE = 1 << 20
_HASH = re.compile(r"\b[0-9a-f]{40}\b")

# Git maps whole packs by default, and mapped pages count as memory of the process: windows bound that. Users' own
# settings must not change what is found.
_SETTINGS = (
    ("core.packedGitWindowSize", "64m"),
    ("core.packedGitLimit", "256m"),
    ("core.attributesFile", "/dev/null"),
    ("core.commitGraph", "true"),
)
# What is read lies here: no transport is started for an object that is missing, whatever a repository's own
# configuration says of its remotes (git before 2.39.4 knows no other way), and the machine's attributes do not count.
NOTHING_ELSE = {"GIT_ALLOW_PROTOCOL": "", "GIT_ATTR_NOSYSTEM": "1"}


def ask_git(
    git_dir: Path,
    *arguments: str,
    settings: Sequence[tuple[str, str]] = (),
    stdin: bytes = b"",
    extra: Mapping[str, str] | None = None,
    expected: tuple[int, ...] = (0,),
) -> bytes:
    """Return what a git command prints; raises MineError if it ends with an exit code that is not `expected`."""
    place = git_dir.absolute()
    words = command(*arguments, git_dir=place, settings=(*_SETTINGS, *settings))
    # Git takes the current folder for the checkout of a git directory, and would follow a .gitattributes in it.
    done = subprocess.run(
        words,
        input=stdin,
        capture_output=True,
        cwd=place.anchor,
        env=environment({**NOTHING_ELSE, **(extra or {})}),
        check=False,
    )
    if done.returncode not in expected:
        raise _failure(git_dir, done.stderr.decode("utf-8", "replace"), f"git {arguments[0]} ended {done.returncode}")
    return done.stdout


@contextmanager
def translated(git_dir: Path, sha: str = "") -> Iterator[None]:
    """Turn libgit2's errors into MineError; `sha` is the object in hand, for errors that do not name it."""
    try:
        yield
    except pygit2.GitError as error:
        raise _failure(git_dir, f"{error} {sha}", f"libgit2: {error}") from error


def open_repository(git_dir: Path) -> pygit2.Repository:
    """Open a repository without the user's configuration; call within `translated`."""
    _configure()
    return pygit2.Repository(str(git_dir), pygit2.enums.RepositoryOpenFlag.BARE)


def decode_name(name: bytes) -> str:
    """Return a path or ref as text; bytes that are not UTF-8 are written `\\xNN`."""
    return name.decode("utf-8", "backslashreplace")


@cache
def _configure() -> None:
    # Once in a process. Content is not hashed again when it is read (that took four fifths of the time); zlib's own
    # checksum still finds damage. The window keeps mapped pages of packs at 128 MB. Ownership is no concern, since
    # nothing in the repository is ever run.
    settings = pygit2.settings
    settings.enable_strict_hash_verification(False)
    settings.mwindow_size = 16 * _MEGABYTE
    settings.mwindow_mapped_limit = 128 * _MEGABYTE
    settings.owner_validation = False
    levels = pygit2.enums.ConfigLevel
    for level in (levels.SYSTEM, levels.XDG, levels.GLOBAL):
        settings.search_path[level] = ""


def missing(git_dir: Path, oid: str) -> MineError:
    """Return the error for an object that is not there or cannot be read."""
    return _failure(git_dir, oid, f"no object is called {oid!r}")


def _failure(git_dir: Path, text: str, otherwise: str) -> MineError:
    found = _HASH.search(text)
    what = f"object {found.group()} is missing or broken" if found else (text.strip().partition("\n")[0] or otherwise)
    hint = f"look with `git fsck`; if it is a mirror in the cache, remove {git_dir}: the next run clones it anew"
    return MineError(f"cannot read {git_dir}: {what}", hint=hint)
