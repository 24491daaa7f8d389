"""A repository on this machine, read where it lies: nothing in it is changed, fetched or locked."""

from __future__ import annotations

from pathlib import Path

from analyzer import git
from analyzer.acquire.endless import endless
from analyzer.acquire.failures import failure, no_repository
from analyzer.acquire.held import Held, look
from analyzer.acquire.location import Location
from analyzer.acquire.remote import BRANCHES, choose_branch
from analyzer.errors import EmptyRepository, NotARepository
from analyzer.model.repository import Mirror, RepositorySpec

DETACHED = "HEAD"
"""The branch of a Mirror whose worktree has a commit checked out and no branch."""


def read_in_place(spec: RepositorySpec, location: Location, folder: Path) -> Mirror:
    """Return the repository at `folder`: a worktree, a linked worktree, or a bare git directory.

    `path` is the directory with the objects, which a linked worktree shares with its main one; the branch is the
    one that is checked out in `folder` itself. Raises AcquireError.
    """
    git_dir, common = _directories(folder, location)
    held = look(common)
    if held is None:
        raise no_repository(location, f"could not read {location.display}")
    branch, head = _head(spec, git_dir, held, location)
    troubles = held.troubles(spec.name, location)
    return Mirror(spec.name, location.display, common, branch, head, local=True, troubles=troubles)


def _directories(folder: Path, location: Location) -> tuple[Path, Path]:
    if not folder.is_dir():
        raise no_repository(location, f"could not read {location.display}")
    odd = endless(folder)
    if odd is not None:
        message = f"could not read {location.display}: {odd} in its git directory is a pipe or a device"
        raise NotARepository(message, hint="git would wait for it for ever: remove it, if you trust the rest")
    # A folder within a repository is not one: git must not look for it further up.
    arguments = ("-C", str(folder), "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir")
    extra = {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    found = git.run(*arguments, settings=(("safe.bareRepository", "all"),), extra=extra)
    if found.returncode != 0:
        raise failure(found.stderr, location, doing="read")
    git_dir, common = found.stdout.decode("utf-8", "surrogateescape").rstrip("\n").split("\n")
    return Path(git_dir), Path(common)


def _head(spec: RepositorySpec, git_dir: Path, held: Held, location: Location) -> tuple[str, str]:
    checked_out = git.run("symbolic-ref", "-q", "HEAD", git_dir=git_dir).stdout.decode("utf-8", "surrogateescape")
    default = checked_out.strip().removeprefix(BRANCHES) or None
    if spec.branch is None and default is None:
        return DETACHED, _detached(git_dir, location)
    branch = choose_branch(spec.branch, default, held.branches(), location)
    return branch, held.refs[BRANCHES + branch]


def _detached(git_dir: Path, location: Location) -> str:
    found = git.run("rev-parse", "--verify", "-q", "HEAD^{commit}", git_dir=git_dir)
    if found.returncode != 0:
        raise EmptyRepository(f"{location.display} has no commit at its HEAD", hint="commit first, or choose a branch")
    return found.stdout.decode("ascii").strip()
