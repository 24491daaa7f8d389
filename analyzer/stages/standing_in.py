"""Facts that were carried here, in the place of a repository that cannot be reached; and their end once it can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.acquire.mirror import absent, shown
from analyzer.carry import container
from analyzer.errors import FactsDamaged, FactsOfAnotherVersion
from analyzer.mine.again import has_commit
from analyzer.model import wording
from analyzer.model.repository import Carried, Mirror, RepositorySpec
from analyzer.model.uncounted import Reason
from analyzer.session import Read, Session
from analyzer.stages import bundled, carrying

if TYPE_CHECKING:
    from analyzer.model.carried import Manifest
    from analyzer.store.carried import Known
    from analyzer.store.store import Store

BUNDLED, IMPORTED = "bundled", "imported"


def instead(session: Session, store: Store, spec: RepositorySpec, *, base: Path) -> Read | None:
    """Return facts to go on with where the host cannot be reached: imported ones, or newer bundled ones.

    None if there are none of this repository, branch and version. The user is told.
    """
    location, host = shown(spec, base=base)
    repository = store.repository(location, spec.name)
    known = _usable(store, store.carried.of(repository), spec)
    if known is not None or store.mined_head(repository) is None or store.carried.of(repository) is not None:
        known = _newer(session, store, spec, repository, known, base) or known
    if known is None:
        return None
    read = _read(session, spec, repository, known, f"; {host or location} could not be reached", base)
    if read.mirror.carried is not None:
        session.progress.note(f"{spec.name}: {_small(read.mirror.carried.note)}")
    return read


def as_known(
    session: Session, store: Store, spec: RepositorySpec, *, base: Path, why: str = "the repository itself is not here"
) -> Read | None:
    """Return the facts that were carried here, without asking the network; None if there are none.

    `why` they stand in is said with them.
    """
    location, _ = shown(spec, base=base)
    repository = store.repository(location, spec.name)
    known = _usable(store, store.carried.of(repository), spec)
    return known and _read(session, spec, repository, known, f"; {why}", base)


def outdone(store: Store, spec: RepositorySpec, mirror: Mirror) -> bool:
    """Whether facts that were carried here go further than the mirror, so that they stand until a refresh."""
    known = None if mirror.local else store.carried.of(store.repository(mirror.location, spec.name))
    return known is not None and not has_commit(mirror.path, known.manifest.head)


def settled(session: Session, store: Store, read: Read, *, base: Path) -> Read:
    """Return a repository that was brought, with the facts that were carried here before put right by it.

    A mirror that could not be updated and does not reach as far as these facts gives way to them.
    """
    known = store.carried.of(read.repository)
    if known is None:
        return read
    stale = any(trouble.reason is Reason.NOT_UPDATED for trouble in read.mirror.troubles)
    if stale and not has_commit(read.mirror.path, known.manifest.head):
        return instead(session, store, read.spec, base=base) or read
    carrying.restore(session, store, read)
    return read


def _usable(store: Store, known: Known | None, spec: RepositorySpec) -> Known | None:
    if known is None or spec.branch not in (None, known.manifest.branch):
        return None
    try:
        carrying.fits(store, known.manifest)
    except FactsOfAnotherVersion:
        return None
    return known


def _newer(
    session: Session, store: Store, spec: RepositorySpec, repository: int, known: Known | None, base: Path
) -> Known | None:
    """Bring the bundled facts, if there are any that can be used and are newer than those that are known."""
    content = bundled.bundled(session.workspace, spec, base=base)
    if content is None:
        return None
    manifest = container.manifest_of(content)
    if spec.branch not in (None, manifest.branch) or (known and known.manifest.time >= manifest.time):
        return None
    try:
        carrying.bring(store, repository, content, BUNDLED)
    except (FactsDamaged, FactsOfAnotherVersion) as error:
        session.progress.note(f"{spec.name}: the bundled facts cannot be used: {error.message}")
        return None
    return store.carried.of(repository)


def _read(session: Session, spec: RepositorySpec, repository: int, known: Known, why: str, base: Path) -> Read:
    manifest = known.manifest
    note = f"As of {wording.day(manifest.time)}, from {known.origin} facts{why}"
    carried = Carried(note, _parts(session, spec, manifest))
    mirror = absent(spec, session.workspace.mirrors, manifest.branch, manifest.head, carried, base=base)
    return Read(spec, mirror, repository)


def _parts(session: Session, spec: RepositorySpec, manifest: Manifest) -> tuple[str, ...]:
    """Return the parts that are what the configuration asks for, not what another one did."""
    quality = session.quality
    gone = set()
    if spec.exclude != manifest.exclude:
        gone.add("unique_lines")
    if quality.months > manifest.months or quality.commits > manifest.commits:
        gone.add("recent_changes")
    return tuple(sorted(manifest.parts.keys() - gone))


def _small(note: str) -> str:
    return note[:1].lower() + note[1:]
