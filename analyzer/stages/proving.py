"""Carried facts held against the repository that they say they are of, which is read again from its mirror."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analyzer.carry.hiding import Hiding
from analyzer.model.carried import Column, Columns, Manifest, Tables
from analyzer.model.quality import Quality
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.session import Read, Session
from analyzer.stages import carrying, preparing
from analyzer.stages.filling import fill
from analyzer.stages.moments import places
from analyzer.workers import Workers
from analyzer.workspace import Workspace

if TYPE_CHECKING:
    from analyzer.store.store import Store

_HASHED = re.compile(r"(?:\d{12}(?=[+-].~))?(.)~[a-z2-7]{12}", re.IGNORECASE | re.DOTALL)
"""What of a stand-in depends on the key that it was made with."""
_BY_WHOM = frozenset({"counter_id", "version_id"})
"""Versions of programs: other ones may well come to the same figures."""


def differences(session: Session, content: bytes, git_dir: Path) -> list[str]:
    """Return what of the facts in a file is not so by the repository at `git_dir`, in words; none if all is.

    The whole history up to their newest commit is read anew, in a folder that is removed afterwards: nothing of what
    the cache knows is believed. Raises FactsDamaged, FactsOfAnotherVersion, MineError.
    """
    from analyzer.store.store import Store

    manifest, told = carrying.unpacked(content)
    with tempfile.TemporaryDirectory(prefix="diptych-") as folder:
        alone = replace(session, workspace=Workspace(Path(folder)), quality=_quality(session.quality, manifest))
        with Store.open(alone.workspace.database) as store:
            carrying.fits(store, manifest)
            found = _read_again(alone, store, manifest, git_dir)
    oids = b"".join(one for one in found["blobs"]["oid"] if isinstance(one, bytes))
    wrong = [] if hashlib.sha256(oids).hexdigest() == manifest.contents else ["contents: other object ids"]
    # Under which key does not matter: what depends on it is not looked at.
    hidden = carrying.hidden(found, Hiding(bytes(1), session.people))
    return wrong + _compared(_plain(told), _plain(hidden))


def _quality(quality: Quality, manifest: Manifest) -> Quality:
    return replace(quality, months=manifest.months, commits=manifest.commits)


def _read_again(session: Session, store: Store, manifest: Manifest, git_dir: Path) -> Tables:
    spec = RepositorySpec(manifest.name, manifest.location, manifest.branch, manifest.exclude)
    mirror = Mirror(spec.name, manifest.location, git_dir, manifest.branch, manifest.head)
    read = Read(spec, mirror, store.repository(manifest.location, spec.name))
    with Workers(session.jobs) as pool:
        fill(session, store, pool, read)
    preparing.prepare(session, store, places(session, store, [read], None), late=True)
    return store.carried.tables(read.repository)


def _plain(tables: Tables) -> dict[str, dict[str, list[object]]]:
    """Return the tables with words in place of their numbers, and nothing of any key."""
    words = ["", *map(str, tables["words"]["word"])]
    known = {str(sha) for sha in tables["commits"]["sha"]}
    found = {
        name: {column: _values(column, values, words) for column, values in columns.items() if column not in _BY_WHOM}
        for name, columns in tables.items()
        if name not in ("words", "tags", "parts_read", "not_counted")
    }
    found["identities"]["same"] = _sameness(tables["identities"])
    # A mirror may have got more tags since.
    tags = zip(*(tables["tags"][column] for column in ("name", "sha", "time")), strict=True)
    kept: list[object] = [*sorted(str(tag) for tag in tags if str(tag[1]) in known)]
    found["tags"] = {"tag": kept}
    return found


def _values(column: str, values: Column, words: list[str]) -> list[object]:
    if isinstance(values, np.ndarray):
        plain: list[object] = list(values.tolist())
        return [words[int(str(one))] for one in plain] if column in _WORDS else plain
    return [_HASHED.sub(r"\1~", one) if isinstance(one, str) else one for one in values]


_WORDS = frozenset({"hint_id", "scope_id", "rules_id", "language_id", "problem_id", "kind_id"})


def _sameness(people: Columns) -> list[object]:
    """Return for each address the place of the first that is equal to it but for case."""
    first: dict[str, int] = {}
    return [first.setdefault(str(email).casefold(), place) for place, email in enumerate(people["email"])]


def _compared(told: dict[str, dict[str, list[object]]], found: dict[str, dict[str, list[object]]]) -> list[str]:
    wrong = [f"{name}: is not there" for name in sorted(found.keys() ^ told.keys())]
    for name in sorted(found.keys() & told.keys()):
        for column in sorted(found[name].keys() | told[name].keys()):
            here, there = told[name].get(column, []), found[name].get(column, [])
            if len(here) != len(there):
                wrong.append(f"{name}: {len(here)} rows, where the repository has {len(there)}")
                break
            other = sum(one != another for one, another in zip(here, there, strict=True))
            if other:
                wrong.append(f"{name}: {other} of {len(here)} values of {column} are other ones")
    return wrong
