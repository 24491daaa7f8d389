"""Clone and fetch: the two git runs that fill a mirror."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from analyzer import git
from analyzer.acquire.failures import failure
from analyzer.acquire.held import Held, look
from analyzer.acquire.location import Location
from analyzer.acquire.place import aside, remove_git_locks
from analyzer.acquire.remote import BRANCHES, TAGS, Remote
from analyzer.acquire.transfer import connect, patiently
from analyzer.errors import AcquireError
from analyzer.progress import Progress

_FETCH = (
    "fetch",
    "--no-tags",
    "--force",
    "--prune",
    "--update-shallow",
    "--no-write-fetch-head",
    "--no-auto-maintenance",
    "--no-recurse-submodules",
    "--progress",
)
_CLONE = (
    "clone",
    "--bare",
    "--single-branch",
    "--origin=origin",
    "--template=",
    "--no-reject-shallow",
    "--no-recurse-submodules",
    "--progress",
)


def clone(path: Path, location: Location, remote: Remote, branch: str, progress: Progress) -> None:
    """Put a new mirror at `path`, in one step and in the place of what is there. The caller holds the lock.

    One branch is cloned and the tags that are still missing are fetched after it, for `git clone` knows no way to
    take one branch and all tags. Git's global settings for transport hold; its templates and hooks do not.
    Raises AcquireError and leaves what was at `path`.
    """
    with aside(path) as new:
        patiently(
            partial(_clone_once, new, location, remote.default or branch, progress),
            between=partial(shutil.rmtree, new, ignore_errors=True),
        )
        # Git has recorded the URL as it was given; from here on, none of its secrets is kept.
        _change("config", "remote.origin.url", location.display, git_dir=new, location=location)
        held = look(new)
        if held is None:
            raise AcquireError(f"could not clone {location.display}: git left no repository")
        if not held.is_current(remote, branch):
            fetch(new, location, held, remote, branch, progress)


def _clone_once(new: Path, location: Location, branch: str, progress: Progress) -> None:
    words = (*_CLONE, f"--branch={branch}", "--", location.url, str(new))
    connect(*words, location=location, progress=progress, doing="clone", label=f"Cloning {location.name}")


def fetch(path: Path, location: Location, held: Held, remote: Remote, branch: str, progress: Progress) -> None:
    """Bring the mirror at `path` up to date: the branch, the default branch, all tags; whatever was rewritten, too.

    A mirror whose fetch is killed is whole: each ref is the old or the new one. Raises AcquireError.
    """
    _drop(path, held, remote, location)
    patiently(partial(_fetch_once, path, location, remote, branch, progress), between=partial(remove_git_locks, path))
    if remote.default is not None and remote.default != held.default:
        _change("symbolic-ref", "HEAD", BRANCHES + remote.default, git_dir=path, location=location)


def _fetch_once(path: Path, location: Location, remote: Remote, branch: str, progress: Progress) -> None:
    branches = sorted(name for name in remote.wanted(branch) if name.startswith(BRANCHES))
    refspecs = [f"+{name}:{name}" for name in branches]
    words = (*_FETCH, "--", location.url, *refspecs, f"+{TAGS}*:{TAGS}*")
    label = f"Fetching {location.name}"
    connect(*words, location=location, progress=progress, doing="update", label=label, git_dir=path)


def _drop(path: Path, held: Held, remote: Remote, location: Location) -> None:
    """Delete branches that the remote has no longer; the one that HEAD names stays, if nothing needs its place."""
    gone = [name for name in held.branches() if name not in remote.refs]
    current = f"{BRANCHES}{held.default}"
    in_the_way = any(name.startswith(f"{current}/") or current.startswith(f"{name}/") for name in remote.refs)
    orders = b"".join(
        f"delete {name}\0\0".encode("utf-8", "surrogateescape") for name in gone if name != current or in_the_way
    )
    if orders:
        _change("update-ref", "-z", "--stdin", git_dir=path, location=location, stdin=orders)


def _change(*arguments: str, git_dir: Path, location: Location, stdin: bytes | None = None) -> None:
    ended = git.run(*arguments, git_dir=git_dir, stdin=stdin)
    if ended.returncode != 0:
        raise failure(ended.stderr, location, doing="keep")
