"""A file of facts -> the store, if it is about a repository that it is wanted for, and newer than what is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.acquire.mirror import held, same_place, shown
from analyzer.carry import container
from analyzer.errors import ConfigError, WrongRepository
from analyzer.mine.again import has_commit
from analyzer.model.carried import Manifest
from analyzer.model.repository import RepositorySpec
from analyzer.stages import carrying
from analyzer.stages.standing_in import IMPORTED

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.store.store import Store


def take_in(
    session: Session, store: Store, content: bytes, specs: Sequence[RepositorySpec], *, base: Path
) -> tuple[str, bool]:
    """Store the facts; return the repository's name, and whether they were new: older ones than known are not taken.

    Raises FactsDamaged, FactsOfAnotherVersion, WrongRepository.
    """
    manifest = container.manifest_of(content)
    carrying.fits(store, manifest)
    spec = _wanted(session, manifest, specs, base)
    location, _ = shown(spec, base=base)
    repository = store.repository(location, spec.name)
    if manifest.head in store.known_commits(repository):
        return spec.name, False
    carrying.bring(store, repository, content, IMPORTED)
    return spec.name, True


def _wanted(session: Session, manifest: Manifest, specs: Sequence[RepositorySpec], base: Path) -> RepositorySpec:
    """Return the repository that the facts are of: by its location, or since it holds their newest commit."""
    for spec in specs:
        if _is_at(manifest, spec, base):
            return _on_branch(spec, manifest)
    for spec in specs:
        mirror = held(spec, session.workspace.mirrors, base=base)
        if mirror is not None and has_commit(mirror.path, manifest.head):
            return _on_branch(spec, manifest)
    names = ", ".join(spec.name for spec in specs)
    raise WrongRepository(
        f"the facts are of {manifest.name} ({manifest.location}), and not of {names}",
        hint="name the repository that they are of behind the file, or write it into the configuration",
    )


def _is_at(manifest: Manifest, spec: RepositorySpec, base: Path) -> bool:
    try:
        return same_place(manifest.location, spec.location, base=base)
    except ConfigError:
        # Where an exporter had a folder, there need not be one here.
        return False


def _on_branch(spec: RepositorySpec, manifest: Manifest) -> RepositorySpec:
    if spec.branch not in (None, manifest.branch):
        raise WrongRepository(
            f"the facts are of {manifest.name}'s branch {manifest.branch!r}, and not of {spec.branch!r}",
            hint="export those of the branch that is wanted",
        )
    return spec
