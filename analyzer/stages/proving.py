"""Carried facts held against the repository that they say they are of, which is read again from its mirror."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analyzer.acquire.mirror import acquire
from analyzer.carry import container
from analyzer.carry.hiding import Hiding
from analyzer.model.carried import Column, Columns, Manifest, Tables
from analyzer.model.quality import Quality
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.session import Read, Session
from analyzer.stages import bundled, carrying, preparing
from analyzer.stages.moments import places
from analyzer.stages.refreshing import fill
from analyzer.workers import Workers
from analyzer.workspace import Workspace

if TYPE_CHECKING:
    from analyzer.store.store import Store

_HASHED = re.compile(r"(?P<number>\d{12}(?=[+-].~))|(?<=.)~[a-z2-7]{12}", re.IGNORECASE | re.DOTALL)
"""What of a stand-in depends on the key that it was made with."""
_BY_WHOM = frozenset({"counter_id", "version_id", "author_id", "committer_id"})
"""Versions of programs, since other ones may well come to the same figures; and people, who are looked at apart."""
_LEFT_OUT = frozenset({"words", "identities", "blobs", "tags", "parts_read", "not_counted", "line_files", "line_runs"})
"""What is looked at in another way, or is no fact of the commit."""
_POINTS = {
    **dict.fromkeys(("commit_id", "died"), "commit"),
    **dict.fromkeys(("path_id", "previous_path_id"), "path"),
    **dict.fromkeys(("blob_id", "old_blob_id", "new_blob_id"), "blob"),
    **dict.fromkeys(("hint_id", "scope_id", "rules_id", "language_id", "problem_id", "kind_id"), "word"),
}
"""What columns of numbers point to."""


def bundled_differences(session: Session, spec: RepositorySpec, *, base: Path) -> tuple[Manifest, list[str]] | None:
    """Return what the facts that come with Diptych say of `spec`, and what of it is not so by its mirror.

    None if they say nothing of it. The mirror is brought up to date first. Raises as `differences` and `acquire` do.
    """
    content = bundled.bundled(session.workspace, spec, base=base)
    if content is None:
        return None
    mirror = acquire(spec, session.workspace.mirrors, session.progress, base=base)
    return container.manifest_of(content), differences(session, content, mirror.path)


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


def _plain(tables: Tables) -> dict[str, Counter[tuple[object, ...]]]:
    """Return the rows of each table with hashes, paths and words in place of numbers, and nothing of any key."""
    keys = _keys(tables)
    shas = set(keys["commit"])
    found = {
        name: Counter(zip(*(_values(column, values, keys) for column, values in columns.items()), strict=True))
        for name, columns in tables.items()
        if name not in _LEFT_OUT
    }
    # A mirror may have got more tags since.
    tags = zip(*(tables["tags"][column] for column in ("name", "sha", "time")), strict=True)
    found["tags"] = Counter(tag for tag in tags if _hex(tag[1]) in shas)
    found["people"] = _people(tables, keys["commit"])
    found["lines"] = _lines(tables, keys)
    return found


def _keys(tables: Tables) -> dict[str, list[object]]:
    """Return what tells commits, paths, contents and words, by their numbers; 0 is none."""
    changes = tables["changes"]
    commit: list[object] = ["", *map(_hex, tables["commits"]["sha"])]
    path: list[object] = ["", *map(str, tables["paths"]["path"])]
    contents: list[object] = [""] * (1 + len(next(iter(tables["blobs"].values()))))
    pairs = zip(
        *(_numbers(changes, name) for name in ("commit_id", "path_id", "old_blob_id", "new_blob_id")), strict=True
    )
    for by, at, *both in pairs:
        # A content is told by the first change, in the order of hashes, that it has to do with.
        for which, content in enumerate(both):
            told = f"{commit[by]} {path[at]} {which}"
            contents[content] = min(str(contents[content]) or told, told) if content else ""
    words: list[object] = ["", *map(str, tables["words"]["word"])]
    return {"commit": commit, "path": path, "blob": contents, "word": words}


def _values(column: str, values: Column, keys: dict[str, list[object]]) -> list[object]:
    kind = _POINTS.get(column)
    if column in _BY_WHOM:
        return [""] * len(values)
    if not isinstance(values, np.ndarray):
        return [_HASHED.sub("~", one) if isinstance(one, str) else _hex(one) for one in values]
    plain: list[object] = list(values.tolist())
    return [keys[kind][int(str(one))] for one in plain] if kind else plain


def _lines(tables: Tables, keys: dict[str, list[object]]) -> Counter[tuple[object, ...]]:
    """Return each file with its lines: who wrote how many of which kind, from the first to the last."""
    if "line_files" not in tables:
        return Counter()
    runs = tables["line_runs"]
    told = list(zip(*(_values(name, values, keys) for name, values in runs.items()), strict=True))
    ends = np.cumsum(_numbers(tables["line_files"], "runs")).tolist()
    paths = _values("path_id", tables["line_files"]["path_id"], keys)
    starts = [0, *ends[:-1]]
    return Counter((path, tuple(told[start:end])) for path, start, end in zip(paths, starts, ends, strict=True))


def _people(tables: Tables, commit: list[object]) -> Counter[tuple[object, ...]]:
    """Return everybody by their first commit, in the order of hashes, and whose address is equal but for case."""
    first = [""] * (1 + len(tables["identities"]["name"]))
    for role in ("author_id", "committer_id"):
        for sha, who in zip(commit[1:], _numbers(tables["commits"], role), strict=True):
            first[who] = min(first[who] or f"{sha} {role}", f"{sha} {role}")
    names, emails = (list(map(str, tables["identities"][column])) for column in ("name", "email"))
    same: dict[str, str] = {}
    for key, email in zip(first[1:], emails, strict=True):
        same[email.casefold()] = min(same.get(email.casefold(), key), key)
    plain = ((_HASHED.sub("~", name), _HASHED.sub("~", email)) for name, email in zip(names, emails, strict=True))
    alike = (same[email.casefold()] for email in emails)
    return Counter(zip(first[1:], plain, alike, strict=True))


def _numbers(columns: Columns, name: str) -> list[int]:
    return [int(str(one)) for one in np.asarray(columns[name]).tolist()]


def _hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _compared(told: dict[str, Counter[tuple[object, ...]]], found: dict[str, Counter[tuple[object, ...]]]) -> list[str]:
    wrong = [f"{name}: is not there" for name in sorted(found.keys() ^ told.keys())]
    for name in sorted(found.keys() & told.keys()):
        missing, strange = found[name] - told[name], told[name] - found[name]
        if name.startswith("blob_"):
            # Whoever exported may know more of a content than this repository asks.
            strange = Counter()
        if missing or strange:
            many = f"{missing.total():,} rows of the repository are not there, {strange.total():,} others are"
            wrong.append(f"{name}: {many}")
    return wrong
