"""What a git directory on this machine holds, read without changing it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer import git
from analyzer.acquire.location import Location, parse_location
from analyzer.acquire.remote import BRANCHES, TAGS, Remote
from analyzer.errors import BadSpec
from analyzer.model.uncounted import NotCounted, Reason

_PROMISED = re.compile(r"extensions\.partialclone|remote\..*\.(?:promisor|partialclonefilter)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """The state of a git directory."""

    origin: str
    """The recorded URL of its origin; empty if there is none."""
    default: str | None
    """The branch that HEAD names, whether or not it exists; None for a detached HEAD."""
    refs: Mapping[str, str]
    """Branches and tags: full name -> hash."""
    shallow: bool
    """Its history is cut off."""
    partial: bool
    """It leaves out objects until they are asked for."""

    def branches(self) -> list[str]:
        """Return the full names of its branches."""
        return [name for name in self.refs if name.startswith(BRANCHES)]

    def is_current(self, remote: Remote, branch: str) -> bool:
        """Say whether a fetch of `branch` would bring nothing: no new, moved or deleted ref."""
        wanted = remote.wanted(branch)
        tags = {name for name in self.refs if name.startswith(TAGS)}
        same_head = remote.default in (None, self.default)
        return same_head and tags <= wanted.keys() and all(self.refs.get(name) == wanted[name] for name in wanted)

    def comes_from(self, location: Location) -> bool:
        """Say whether the recorded origin is the same repository as `location`."""
        try:
            return parse_location(self.origin, base=Path("/")).slug == location.slug
        except BadSpec:
            return False

    def troubles(self, name: str, location: Location) -> tuple[NotCounted, ...]:
        """Return what makes figures from it a floor."""
        found = []
        if self.shallow:
            detail = "Its history is cut off, so commits, people and years are missing."
            found.append(NotCounted(name, Reason.SHALLOW, location.display, detail))
        if self.partial:
            detail = "It was cloned without some objects, so files may be missing."
            found.append(NotCounted(name, Reason.PARTIAL, location.display, detail))
        return tuple(found)


def look(path: Path) -> Held | None:
    """Return the state of the git directory `path`; None if it is not there or is not one."""
    if not path.is_dir():
        return None
    config = git.run("config", "--local", "--list", "-z", git_dir=path)
    listed = git.run("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags", git_dir=path)
    if config.returncode != 0 or listed.returncode != 0:
        return None
    entries = [entry.partition("\n") for entry in _text(config.stdout).split("\0")]
    pairs = [line.split(" ", 1) for line in _text(listed.stdout).split("\n") if line]
    head = git.run("symbolic-ref", "-q", "HEAD", git_dir=path)
    return Held(
        origin=next((value for key, _, value in entries if key == "remote.origin.url"), ""),
        default=_text(head.stdout).strip().removeprefix(BRANCHES) or None,
        refs={name: sha for sha, name in pairs},
        shallow=(path / "shallow").exists(),
        partial=any(_PROMISED.fullmatch(key) and value != "false" for key, _, value in entries),
    )


def is_whole(path: Path) -> bool:
    """Return whether every pack is as it was written, and everything that refs lead to is there.

    That costs a look at it all. Objects that are odd, as old or hostile programs wrote them, are whole.
    """
    packs = sorted(str(one.absolute()) for one in path.glob("objects/pack/*.idx"))
    if packs and git.run("verify-pack", "--", *packs).returncode != 0:
        return False
    return git.run("rev-list", "--objects", "--all", "--quiet", git_dir=path).returncode == 0


def _text(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")
