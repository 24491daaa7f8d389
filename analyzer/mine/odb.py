"""Raw objects by their id: packed ones through libgit2, loose ones by ourselves."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from pygit2.enums import ObjectType

from analyzer.mine.border import ask_git, missing, open_repository, translated

_ID = re.compile(r"[0-9a-f]{40}")
_FOLDER = re.compile(r"[0-9a-f]{2}")
_KINDS = {b"commit": ObjectType.COMMIT, b"tree": ObjectType.TREE, b"blob": ObjectType.BLOB, b"tag": ObjectType.TAG}


class ObjectStore:
    """The objects of one repository, its alternates included.

    libgit2 up to 1.9 never returns from a truncated loose object (libgit2#7342) and writes out of bounds on one that
    lies about its size (libgit2#7177), so it only ever meets packed ones here.
    """

    def __init__(self, git_dir: Path) -> None:
        self._git_dir = git_dir
        with translated(git_dir):
            self._repository = open_repository(git_dir)
        root = Path(ask_git(git_dir, "rev-parse", "--git-path", "objects").decode().removesuffix("\n"))
        self._loose = {path.parent.name + path.name: path for folder in _folders(root) for path in _loose(folder)}

    def read(self, oid: str) -> tuple[ObjectType, bytes]:
        """Return an object's type and content; raises MineError if it is missing or broken."""
        if oid in self._loose:
            return self._read_loose(oid)
        if not _ID.fullmatch(oid):
            raise missing(self._git_dir, oid)
        with translated(self._git_dir, oid):
            kind, content = self._repository.read(oid)
        return ObjectType(kind), content

    def _read_loose(self, oid: str) -> tuple[ObjectType, bytes]:
        try:
            head, _, content = zlib.decompress(self._loose[oid].read_bytes()).partition(b"\0")
        except (OSError, zlib.error) as error:
            raise missing(self._git_dir, oid) from error
        name, _, size = head.partition(b" ")
        if name not in _KINDS or size != b"%d" % len(content):
            raise missing(self._git_dir, oid)
        return _KINDS[name], content


def _folders(objects: Path) -> Iterator[Path]:
    """Yield a repository's folder of objects and those that it borrows from."""
    waiting, seen = [objects], set[Path]()
    while waiting:
        folder = waiting.pop().resolve()
        if folder in seen or not folder.is_dir():
            continue
        seen.add(folder)
        yield folder
        alternates = folder / "info" / "alternates"
        if alternates.is_file():
            lines = alternates.read_text(errors="surrogateescape").splitlines()
            waiting += [folder / line for line in lines if line and not line.startswith("#")]


def _loose(objects: Path) -> Iterator[Path]:
    for folder in objects.iterdir():
        if _FOLDER.fullmatch(folder.name):
            yield from folder.iterdir()
