"""Tags and the commits that they stand for."""

from __future__ import annotations

from pathlib import Path

import pygit2

from analyzer.mine.border import ask_git, decode_name, open_repository, translated
from analyzer.mine.objects import Parsed, parse, signature
from analyzer.model.commit import Tag

_PREFIX = b"refs/tags/"


def tags(git_dir: Path) -> list[Tag]:
    """Return the tags that point to a commit, directly or through other tags, sorted by name. Raises MineError."""
    listing = ask_git(git_dir, "for-each-ref", "--format=%(objectname) %(refname)", "refs/tags/")
    with translated(git_dir):
        repository = open_repository(git_dir)
    found = []
    for line in listing.splitlines():
        oid, _, name = line.partition(b" ")
        with translated(git_dir, oid.decode()):
            tag = _tag(repository, decode_name(name.removeprefix(_PREFIX)), oid.decode())
        if tag is not None:
            found.append(tag)
    return found


def peel(repository: pygit2.Repository, oid: str) -> str | None:
    """Return the commit that an object is, or leads to through tags; None if it is a tree or a blob."""
    kind, parsed = _read(repository, oid)
    while kind == pygit2.enums.ObjectType.TAG:
        oid = parsed.headers[b"object"].decode()
        kind, parsed = _read(repository, oid)
    return oid if kind == pygit2.enums.ObjectType.COMMIT else None


def _tag(repository: pygit2.Repository, name: str, oid: str) -> Tag | None:
    sha = peel(repository, oid)
    if sha is None:
        return None
    headers = _read(repository, oid)[1].headers
    # Tags of old had no tagger.
    line = headers.get(b"tagger") or _read(repository, sha)[1].headers.get(b"committer", b"")
    return Tag(name, sha, signature(line, "").time)


def _read(repository: pygit2.Repository, oid: str) -> tuple[int, Parsed]:
    kind, content = repository.read(oid)
    readable = kind in (pygit2.enums.ObjectType.COMMIT, pygit2.enums.ObjectType.TAG)
    return kind, parse(content if readable else b"")
