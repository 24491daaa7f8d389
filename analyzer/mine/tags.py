"""Tags and the commits that they stand for."""

from __future__ import annotations

from pathlib import Path

from pygit2.enums import ObjectType

from analyzer.mine.border import ask_git, decode_name
from analyzer.mine.objects import Parsed, parse, signature
from analyzer.mine.odb import ObjectStore
from analyzer.model.commit import Tag

_PREFIX = b"refs/tags/"


def tags(git_dir: Path) -> list[Tag]:
    """Return the tags that point to a commit, directly or through other tags, sorted by name. Raises MineError."""
    listing = ask_git(git_dir, "for-each-ref", "--format=%(objectname) %(refname)", "refs/tags/")
    store = ObjectStore(git_dir)
    found = []
    for line in listing.splitlines():
        oid, _, name = line.partition(b" ")
        tag = _tag(store, decode_name(name.removeprefix(_PREFIX)), oid.decode())
        if tag is not None:
            found.append(tag)
    return found


def peel(store: ObjectStore, oid: str) -> str | None:
    """Return the commit that an object is, or leads to through tags; None if it is a tree or a blob."""
    kind, parsed = _read(store, oid)
    while kind == ObjectType.TAG:
        oid = parsed.headers[b"object"].decode()
        kind, parsed = _read(store, oid)
    return oid if kind == ObjectType.COMMIT else None


def _tag(store: ObjectStore, name: str, oid: str) -> Tag | None:
    sha = peel(store, oid)
    if sha is None:
        return None
    headers = _read(store, oid)[1].headers
    # Tags of old had no tagger.
    line = headers.get(b"tagger") or _read(store, sha)[1].headers.get(b"committer", b"")
    return Tag(name, sha, signature(line, "").time)


def _read(store: ObjectStore, oid: str) -> tuple[ObjectType, Parsed]:
    kind, content = store.read(oid)
    readable = kind in (ObjectType.COMMIT, ObjectType.TAG)
    return kind, parse(content if readable else b"")
