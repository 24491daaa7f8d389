"""What a remote has: its default branch, its branches and tags, by one `git ls-remote`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from analyzer import git
from analyzer.acquire.failures import failure, without_credentials
from analyzer.acquire.location import Location
from analyzer.acquire.transfer import settings
from analyzer.errors import AcquireError, EmptyRepository

BRANCHES = "refs/heads/"
TAGS = "refs/tags/"
SECONDS = 120.0
"""For which a remote may think of its list of refs: the largest known ones take some seconds."""
_NAME = re.compile(r"refs/(?:heads|tags)/[^\x00-\x20\x7f~^:?*\[\\]+")
_REDIRECTED = re.compile(r"^warning: redirecting to (?P<url>https?://[^\s\x00-\x20\x7f]{1,2000})$", re.MULTILINE)
_USUAL = ("main", "master", "trunk")


class BranchMissing(AcquireError):
    """The branch that the user chose does not exist."""


@dataclass(frozen=True, slots=True)
class Remote:
    """The refs of a remote that concern us, as it told them just now."""

    default: str | None
    """The branch that its HEAD names, without `refs/heads/`; None when HEAD is detached or names no branch."""
    refs: Mapping[str, str]
    """Branches and tags: full name -> hash."""
    moved: str = ""
    """Where the host sent git instead, without credentials; empty if it answered itself."""

    def choose(self, wanted: str | None, location: Location) -> str:
        """Return the branch to read. Raises EmptyRepository, or BranchMissing."""
        return choose_branch(wanted, self.default, [name for name in self.refs if name.startswith(BRANCHES)], location)

    def wanted(self, branch: str) -> dict[str, str]:
        """Return what a mirror for `branch` holds: it, the default branch and all tags; full name -> hash."""
        branches = {BRANCHES + name for name in (branch, self.default) if name is not None}
        return {name: sha for name, sha in self.refs.items() if name.startswith(TAGS) or name in branches}


def ask(location: Location) -> Remote:
    """Return what the remote has now. Raises AcquireError."""
    words = ("ls-remote", "--symref", "--", location.url, "HEAD", f"{BRANCHES}*", f"{TAGS}*")
    told = git.run(*words, settings=settings(), seconds=SECONDS)
    if told.returncode != 0:
        raise failure(told.stderr, location, doing="reach")
    found = _parse(told.stdout.decode("utf-8", "surrogateescape"))
    return replace(found, moved=_moved(told.stderr.decode("utf-8", "replace"), location))


def _moved(said: str, location: Location) -> str:
    sent = _REDIRECTED.search(said)
    where = without_credentials(sent["url"].rstrip("/"), location) if sent else ""
    # A forge that only adds the ending it likes has moved nothing.
    return "" if where.removesuffix(".git") == location.display.rstrip("/").removesuffix(".git") else where


def reach(location: Location, *, seconds: float) -> None:
    """Ask the remote for its HEAD and wait so many seconds at most. Raises AcquireError."""
    told = git.run_briefly("ls-remote", "--", location.url, "HEAD", seconds=seconds, settings=settings())
    if told.returncode != 0:
        raise failure(told.stderr, location, doing="reach")


def _parse(text: str) -> Remote:
    named, head, refs = None, None, {}
    for line in text.split("\n"):  # names may hold what Unicode calls the end of a line
        value, _, name = line.partition("\t")
        if name == "HEAD" and value.startswith("ref: "):
            named = value.removeprefix("ref: ")
        elif name == "HEAD":
            head = value
        elif _is_sound(name):
            refs[name] = value
    if named not in refs:
        named = _guess(head, refs)
    return Remote(named.removeprefix(BRANCHES) if named else None, refs)


def _is_sound(name: str) -> bool:
    # What git would refuse as a name must not become part of a refspec; `^{}` are the commits behind tags.
    parts = name.split("/")
    odd = any(not part or part.startswith(("-", ".")) or part.endswith((".", ".lock")) for part in parts)
    return _NAME.fullmatch(name) is not None and not odd and ".." not in name and "@{" not in name


def _guess(head: str | None, refs: Mapping[str, str]) -> str | None:
    """Return the branch of a remote whose HEAD names none: at the same commit, or the only one."""
    branches = [name for name in refs if name.startswith(BRANCHES)]
    same = [name for name in branches if refs[name] == head]
    usual = [BRANCHES + name for name in _USUAL if BRANCHES + name in same]
    if usual or same:
        return (usual or same)[0]
    return branches[0] if len(branches) == 1 else None


def choose_branch(wanted: str | None, default: str | None, refs: list[str], location: Location) -> str:
    """Return `wanted`, or else `default`; `refs` are the full names of branches that exist.

    Raises EmptyRepository without any commit, and BranchMissing with near names.
    """
    known = sorted(name.removeprefix(BRANCHES) for name in refs)
    if not known:
        raise EmptyRepository(
            f"{location.display} is empty: it has no commit on any branch", hint="push a commit first"
        )
    choice = default if wanted is None else wanted
    if choice in known:
        return choice
    some = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
    if choice is None:
        hint = f"choose one with branch: {some}"
        raise EmptyRepository(f"{location.display} has no commit on its default branch", hint=hint)
    near = difflib.get_close_matches(choice, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it has: {some}"
    raise BranchMissing(f"{location.display} has no branch called {choice!r}", hint=hint)
