"""Store -> a file that holds one repository's facts, and back; what was left out on the way, once it can be read."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import __version__, whole
from analyzer.carry import container, prediction
from analyzer.carry.hiding import Hiding
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.kinds import KINDS_VERSION
from analyzer.errors import CarryError, FactsDamaged, FactsOfAnotherVersion
from analyzer.model.carried import Column, Columns, Manifest, Tables
from analyzer.model.uncounted import Reason
from analyzer.plain_file import contents
from analyzer.stages import preparing

if TYPE_CHECKING:
    from analyzer.session import Read, Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store

COUNTERS: Mapping[str, str] = {"lines": COUNTER_VERSION, "kinds": KINDS_VERSION}
"""Versions without which no facts can be used."""
LARGEST = 1 << 29
"""Bytes of a file of facts; Django's has 5 MB."""
_KEY = 32
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FAR = 1 << 36
"""Seconds: a thousand years or two."""


def packed(session: Session, store: Store, place: Place) -> bytes:
    """Return the file of a repository's facts as of its head: all that was read, but no text of a file, no address."""
    read = place.read
    if read.mirror.carried is not None:
        raise CarryError(
            f"the facts of {read.spec.name} were carried here themselves, so that they lack what a file needs",
            hint="export them where the repository can be reached",
        )
    found = store.carried.tables(read.repository)
    hiding = Hiding(_key(session), session.people)
    oids = b"".join(one for one in found["blobs"]["oid"] if isinstance(one, bytes))
    manifest = Manifest(
        location=read.mirror.location,
        name=read.spec.name,
        branch=read.mirror.branch,
        head=read.mirror.head,
        time=place.moment.time,
        shape=store.carried.shape,
        counters=COUNTERS,
        contents=hashlib.sha256(oids).hexdigest(),
        parts=preparing.carried_parts(session, store, place),
        exclude=read.spec.exclude,
        months=session.quality.months,
        commits=session.quality.commits,
        made_by=__version__,
    )
    return container.dumps(manifest, prediction.narrowed(hidden(found, hiding)))


def unpacked(content: bytes) -> tuple[Manifest, Tables]:
    """Return the facts in a file. Raises FactsDamaged, FactsOfAnotherVersion."""
    manifest, tables = container.loads(content)
    return manifest, prediction.widened(tables)


def fits(store: Store, manifest: Manifest) -> None:
    """Raise FactsOfAnotherVersion if facts were counted, or are laid out, otherwise than here."""
    if manifest.shape != store.carried.shape or dict(manifest.counters) != COUNTERS:
        raise FactsOfAnotherVersion(
            f"the facts were read by another version of Diptych ({manifest.made_by!s:.20}), which counts otherwise",
            hint="export them again with this version of Diptych, or use the one that wrote them",
        )


def bring(store: Store, repository: int, content: bytes, origin: str) -> Manifest:
    """Put the facts of a file in the place of what is known of a repository.

    Raises FactsDamaged, FactsOfAnotherVersion; then nothing is changed.
    """
    manifest = container.manifest_of(content)
    fits(store, manifest)
    manifest, tables = unpacked(content)
    _check(manifest, tables)
    store.carried.bring(repository, manifest, tables, origin)
    return manifest


def restore(session: Session, store: Store, read: Read) -> bool:
    """Put into carried facts what was left out, from a mirror that has their head: then they are as if read here.

    Read are commit objects and trees, no content of any file. Return False, and forget the facts, if the mirror is
    one of another repository, or of another history.
    """
    from analyzer.mine.again import commits_again, contents_again

    known = store.carried.of(read.repository)
    if known is None:
        return True
    git_dir = read.mirror.path
    shas = sorted(store.known_commits(read.repository))
    task = session.progress.task(f"Looking up what the facts of {read.spec.name} left out")
    found = contents_again(git_dir, store.carried.left_out(read.repository))
    told = [oid for oid in found if oid is not None]
    right = hashlib.sha256(bytes.fromhex("".join(told))).hexdigest() == known.manifest.contents
    if len(told) == len(found) and right:
        store.carried.restore(read.repository, list(commits_again(git_dir, shas)), told)
    else:
        store.carried.forget(read.repository)
        session.progress.note(
            f"{read.spec.name}: the facts that were carried here are not those of {read.mirror.location}; "
            "all is read anew"
        )
        right = False
    task.finish()
    return right


def read_file(path: Path) -> bytes:
    """Return the content of a file of facts. Raises CarryError."""
    try:
        return contents(path, LARGEST)
    except OSError as error:
        raise CarryError(f"{path} cannot be read: {error.strerror}", hint="check the path") from error


def hidden(tables: Tables, hiding: Hiding) -> Tables:
    """Return the tables without addresses of people, and without object ids, which a mirror can tell again."""
    people = tables["identities"]
    return {
        **tables,
        "blobs": {"width": _widths(tables["blobs"])},
        "identities": {
            "name": [hiding.name(name) for name in _texts(people, "name")],
            "email": [hiding.email(email) for email in _texts(people, "email")],
        },
        "commits": {
            **tables["commits"],
            "subject": [hiding.subject(text) for text in _texts(tables["commits"], "subject")],
        },
        "trailers": {
            **tables["trailers"],
            "value": [hiding.trailer(value) for value in _texts(tables["trailers"], "value")],
        },
        # How a comment begins is text of a file.
        "stale_comments": {
            **tables["stale_comments"],
            "words": [""] * len(tables["stale_comments"]["words"]),
        },
        "blob_mailmaps": {
            **tables["blob_mailmaps"],
            "text": [hiding.mailmap(text) for text in _texts(tables["blob_mailmaps"], "text")],
        },
    }


def _widths(blobs: Columns) -> Column:
    import numpy as np

    return np.array([len(oid) for oid in blobs["oid"]], np.int64)


def _texts(columns: Columns, name: str) -> Sequence[str]:
    return [str(one) for one in columns[name]]


def _check(manifest: Manifest, tables: Tables) -> None:
    """Raise FactsDamaged for what the store would take and later choke on."""
    hashes = (manifest.head, manifest.contents)
    if not all(_HASH.fullmatch(one) for one in hashes) or abs(manifest.time) > _FAR:
        raise FactsDamaged("the file of facts is of a commit that cannot be")
    reasons = {str(reason) for reason in tables.get("not_counted", {}).get("reason", ())}
    if not reasons <= {reason.value for reason in Reason}:
        raise FactsDamaged("the file of facts gives a reason that there is not")
    shas = [one for one in tables.get("commits", {}).get("sha", ()) if isinstance(one, bytes)]
    if manifest.head not in {sha.hex() for sha in shas}:
        raise FactsDamaged("the file of facts does not hold the commit that it is as of")


def _key(session: Session) -> bytes:
    """Return the key of this cache's stand-ins, made when it is wanted first; it never leaves the cache."""
    place = session.workspace.cache / "facts.key"
    found = _read_key(place)
    if len(found) != _KEY:
        # None yet, or a part of one: whole or not at all, since with a known key people can be found by trying.
        whole.write(place, secrets.token_bytes(_KEY), mode=0o600)
        found = _read_key(place)
    return found


def _read_key(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return b""
