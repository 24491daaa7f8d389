"""A repository the user names -> a whole bare mirror in the cache, or a local repository read in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from analyzer.acquire.clone import clone, fetch
from analyzer.acquire.failures import disk_errors
from analyzer.acquire.held import Held, is_whole, look
from analyzer.acquire.local import read_in_place
from analyzer.acquire.location import Location, parse_location
from analyzer.acquire.place import has_leftovers, locked, place, remove_leftovers
from analyzer.acquire.remote import BRANCHES, Remote, ask, choose_branch
from analyzer.acquire.transfer import patiently
from analyzer.errors import AcquireError
from analyzer.model.repository import Carried, Mirror, RepositorySpec
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.progress import Progress, Silent


def acquire(spec: RepositorySpec, mirrors: Path, progress: Progress, *, base: Path) -> Mirror:
    """Return a whole mirror of what `spec` names, cloned or updated below `mirrors`; a path is read in place.

    Paths are relative to `base`. A whole mirror that cannot be updated is returned with a NOT_UPDATED trouble.
    Raises BadSpec, and AcquireError when there is no mirror to fall back on or the branch does not exist.
    """
    location = parse_location(spec.location, base=base)
    with disk_errors(location, mirrors):
        if location.local is not None:
            return read_in_place(spec, location, location.local)
        return _Acquisition(spec, location, place(location, mirrors), progress).bring()


def held(spec: RepositorySpec, mirrors: Path, *, base: Path) -> Mirror | None:
    """Return what an earlier run brought of `spec`, or a local repository, without asking the network; else None."""
    location = parse_location(spec.location, base=base)
    with disk_errors(location, mirrors):
        if location.local is not None:
            return read_in_place(spec, location, location.local)
        return _Acquisition(spec, location, place(location, mirrors), Silent()).there()


def cloned_anew(spec: RepositorySpec, mirrors: Path, progress: Progress, *, base: Path) -> bool:
    """Clone a mirror anew in which git finds damage; return whether that was done. A repository of the user's is left.

    Raises AcquireError, and leaves the mirror as it is.
    """
    location = parse_location(spec.location, base=base)
    if location.local is not None:
        return False
    with disk_errors(location, mirrors):
        return _Acquisition(spec, location, place(location, mirrors), progress).again()


def absent(spec: RepositorySpec, mirrors: Path, branch: str, head: str, carried: Carried, *, base: Path) -> Mirror:
    """Return what stands for a mirror that is not there: only facts of it are known, and these in `carried`."""
    location = parse_location(spec.location, base=base)
    path = location.local or place(location, mirrors)
    stale = NotCounted(spec.name, Reason.NOT_UPDATED, location.display, f"{carried.note}.")
    return Mirror(spec.name, location.display, path, branch, head, carried=carried, troubles=(stale,))


def same_place(one: str, other: str, *, base: Path) -> bool:
    """Whether two specifications name one repository. Raises BadSpec."""
    return parse_location(one, base=base).slug == parse_location(other, base=base).slug


def shown(spec: RepositorySpec, *, base: Path) -> tuple[str, str]:
    """Return a specification's location without credentials, and its host ("" for one on this machine)."""
    location = parse_location(spec.location, base=base)
    host = location.slug[0]
    return location.display, "" if host.startswith("localhost+file") else host


@dataclass(frozen=True, slots=True)
class _Acquisition:
    """One repository on its way into the cache."""

    spec: RepositorySpec
    location: Location
    path: Path
    progress: Progress

    def bring(self) -> Mirror:
        try:
            remote = self._ask()
            if remote.moved:
                self.progress.note(f"{self.spec.name}: it has moved to {remote.moved}; that is the address to write")
            branch = remote.choose(self.spec.branch, self.location)
            return self._brought(remote, branch)
        except AcquireError as error:
            return self._as_it_was(error)

    def _ask(self) -> Remote:
        task = self.progress.task(f"Asking for {self.location.name}")
        try:
            return patiently(lambda: ask(self.location))
        finally:
            task.finish()

    def _brought(self, remote: Remote, branch: str) -> Mirror:
        # Look, lock, look again: with nothing new no lock is needed, and who waited finds the work done.
        held = look(self.path)
        if held and held.comes_from(self.location) and held.is_current(remote, branch) and not has_leftovers(self.path):
            return self._mirror(held, branch)
        with locked(self.path, waiting=self._tell_waiting):
            remove_leftovers(self.path)
            return self._brought_alone(remote, branch)

    def _brought_alone(self, remote: Remote, branch: str) -> Mirror:
        held = look(self.path)
        troubles: tuple[NotCounted, ...] = ()
        if held is None or not held.comes_from(self.location):
            if held is None and self.path.exists():
                self._tell_damaged()
            clone(self.path, self.location, remote, branch, self.progress)
            troubles = self._told_mismatch(held)
        elif not held.is_current(remote, branch):
            fetch(self.path, self.location, held, remote, branch, self.progress)
            self._tell_renamed(held, remote)
        now = look(self.path)
        if now is None or BRANCHES + branch not in now.refs:
            raise AcquireError(f"could not keep {self.location.display}: its mirror lacks branch {branch!r}")
        mirror = self._mirror(now, branch)
        return replace(mirror, troubles=(*troubles, *mirror.troubles))

    def again(self) -> bool:
        if is_whole(self.path):
            return False
        self._tell_damaged()
        remote = self._ask()
        branch = remote.choose(self.spec.branch, self.location)
        with locked(self.path, waiting=self._tell_waiting):
            clone(self.path, self.location, remote, branch, self.progress)
        return True

    def there(self) -> Mirror | None:
        """Return the whole mirror that lies in the cache; None if there is none, or it lacks the branch."""
        held = look(self.path)
        if held is None or not held.comes_from(self.location):
            return None
        try:
            branch = choose_branch(self.spec.branch, held.default, held.branches(), self.location)
        except AcquireError:
            return None
        return self._mirror(held, branch)

    def _as_it_was(self, error: AcquireError) -> Mirror:
        """Return the mirror that an earlier run brought, marked as not updated; raise `error` if there is none."""
        mirror = self.there()
        if mirror is None:
            raise error
        stale = NotCounted(self.spec.name, Reason.NOT_UPDATED, self.location.display, error.message)
        return replace(mirror, troubles=(stale, *mirror.troubles))

    def _mirror(self, held: Held, branch: str) -> Mirror:
        troubles = held.troubles(self.spec.name, self.location)
        head = held.refs[BRANCHES + branch]
        return Mirror(self.spec.name, self.location.display, self.path, branch, head, troubles=troubles)

    def _told_mismatch(self, held: Held | None) -> tuple[NotCounted, ...]:
        if held is None:
            return ()
        detail = "Its place in the cache held a mirror of another origin, so it was cloned anew."
        self.progress.note(f"{self.spec.name}: {detail[0].lower()}{detail[1:-1]}")
        return (NotCounted(self.spec.name, Reason.ORIGIN_MISMATCH, self.location.display, detail),)

    def _tell_renamed(self, held: Held, remote: Remote) -> None:
        if remote.default is not None and remote.default != held.default:
            self.progress.note(f"{self.spec.name}: the default branch is now {remote.default}, it was {held.default}")

    def _tell_damaged(self) -> None:
        self.progress.note(f"{self.spec.name}: its mirror is damaged and is cloned anew")

    def _tell_waiting(self) -> None:
        self.progress.note(f"{self.spec.name}: another run is bringing it, waiting")
