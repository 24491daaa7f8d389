"""Contents of files, and what .gitattributes says of them."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pygit2.enums import ObjectType

from analyzer.errors import MineError
from analyzer.mine.border import ask_git, decode_name
from analyzer.mine.odb import ObjectStore


def read_blobs(git_dir: Path, oids: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield (object id, content) in the order given; content is None if the object is missing, broken or no blob.

    Fastest where the versions of one path follow each other, since packs keep them as differences to one another
    (all 145,000 of Django in 4 s; 5 s in the order of the pack, 27 s in the order of history). Raises MineError only
    if the repository itself cannot be opened.
    """
    contents = BlobReader(git_dir)
    for oid in oids:
        yield oid, contents.read(oid)


class BlobReader:
    """The contents of one repository, for whoever learns one by one which it needs.

    Raises MineError only if the repository itself cannot be opened.
    """

    def __init__(self, git_dir: Path) -> None:
        self._store = ObjectStore(git_dir)

    def read(self, oid: str) -> bytes | None:
        """Return a content; None if the object is missing, broken or no blob."""
        return _content(self._store, oid)


def _content(store: ObjectStore, oid: str) -> bytes | None:
    try:
        kind, content = store.read(oid)
    except MineError:
        return None
    return content if kind == ObjectType.BLOB else None


def read_file(git_dir: Path, sha: str, path: str) -> bytes | None:
    """Return the content of a file at a commit; None if there is no regular file at the path. Raises MineError."""
    mode, oid = "040000", sha
    for part in path.split("/"):
        entries = {name: (mode, oid) for mode, oid, name in _entries(git_dir, oid)} if mode == "040000" else {}
        mode, oid = entries.get(part, ("", ""))
    return _content(ObjectStore(git_dir), oid) if mode.startswith("100") else None


def _entries(git_dir: Path, sha: str, *options: str) -> Iterator[tuple[str, str, str]]:
    """Yield (mode, object id, path) of a tree's entries."""
    for entry in ask_git(git_dir, "ls-tree", "-z", "--full-tree", *options, sha).split(b"\0")[:-1]:
        head, _, path = entry.partition(b"\t")
        mode, _, oid = head.decode().split(" ")
        yield mode, oid, decode_name(path)


def attributes(git_dir: Path, sha: str, paths: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return path -> attribute -> value by the .gitattributes files of a commit, whatever is checked out.

    Values are "set", "unset" or text, as `git check-attr` prints them; what is unspecified is left out, and so are
    paths without any. Raises MineError.
    """
    # A path with `..` is no file, but a hostile tree can hold one, and git would stop there.
    asked = [path for path in paths if not {"", ".", ".."}.intersection(path.split("/"))]
    rules = _rules(git_dir, sha)
    if not rules or not asked:
        return {}
    with tempfile.TemporaryDirectory(prefix="diptych-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        ask_git(git_dir, "update-index", "-z", "--index-info", stdin=rules, extra=index)
        words = ("check-attr", "--cached", "--stdin", "-z", *names)
        stdin = b"".join(path.encode() + b"\0" for path in asked)
        fields = ask_git(git_dir, *words, stdin=stdin, extra=index).decode("utf-8", "replace").split("\0")
    found: dict[str, dict[str, str]] = {}
    answers = zip(fields[1::3], fields[2::3], strict=False)
    for number, (name, value) in enumerate(answers):
        if value != "unspecified":
            found.setdefault(asked[number // len(names)], {})[name] = value
    return found


def attributes_fingerprint(git_dir: Path, sha: str) -> str:
    """Return a text that differs where the .gitattributes files of two commits do; empty without any."""
    rules = _rules(git_dir, sha)
    return hashlib.sha256(rules).hexdigest()[:16] if rules else ""


def _rules(git_dir: Path, sha: str) -> bytes:
    """Return the entries of a commit's .gitattributes files, in the form that an index is made from."""
    entries = _entries(git_dir, sha, "-r")
    rules = ((mode, oid, path) for mode, oid, path in entries if path.rpartition("/")[2] == ".gitattributes")
    return "".join(f"{mode} {oid}\t{path}\0" for mode, oid, path in rules if mode.startswith("100")).encode()
