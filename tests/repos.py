"""Small git repositories for tests, made by one `git fast-import`: the same calls give the same hashes."""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EPOCH = int(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC).timestamp())
DAY = 86_400

Text = str | bytes
Mark = int
Entry = tuple[bytes, bytes, "bytes | Tree"]
"""Mode, name, and the content of a file or the entries of a folder."""
Tree = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Content with a mode of its own."""

    data: bytes
    mode: str = "100644"


def executable(data: Text) -> File:
    """Return a file with the executable bit."""
    return File(_bytes(data), "100755")


def symlink(target: Text) -> File:
    """Return a symbolic link."""
    return File(_bytes(target), "120000")


def submodule(sha: str) -> File:
    """Return a link to a commit of another repository."""
    return File(sha.encode(), "160000")


class RepoBuilder:
    """Collects commits and tags; `build()` writes them into a bare repository.

    `build()` may be called again after more commits, and a second builder may build into the same path: branches are
    then moved as a (forced) push would move them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: list[bytes] = []
        self._strange: list[tuple[str, bytes, Tree | None]] = []
        self._heads: dict[str, Mark] = {}
        self._shas: dict[Mark, str] = {}
        self._last = 0
        self._time = EPOCH - DAY

    def commit(
        self,
        files: Mapping[str, Text | File | None] | Mapping[bytes, Text | File | None] | None = None,
        *,
        by: Text = "Ada <ada@example.org>",
        committer: Text | None = None,
        day: float | None = None,
        time: int | None = None,
        offset: int = 0,
        committed: int | None = None,
        message: Text | None = None,
        parents: Sequence[Mark] | None = None,
        branch: str = "main",
        encoding: str | None = None,
    ) -> Mark:
        """Add a commit and return its mark.

        `files`: path -> content; None deletes. The rest of the tree is the first parent's. `day` counts from
        2020-01-01T00:00Z; `time` is in seconds since 1970; without either, a day after the commit before. `committed`
        is the committer's time where it differs, `offset` both people's, in minutes. `parents` defaults to the
        branch's head; `()` makes a root.
        """
        self._last += 1
        self._time = _moment(day, time, self._time + DAY)
        if parents is None:
            parents = (self._heads[branch],) if branch in self._heads else ()
        zone = _zone(offset)
        text = _bytes(message if message is not None else f"Commit {self._last}\n")
        if not parents:
            self._stream.append(b"reset refs/heads/%s\n\n" % branch.encode())
        self._stream += [
            b"commit refs/heads/%s\nmark :%d\n" % (branch.encode(), self._last),
            b"author %s %d %s\n" % (_bytes(by), self._time, zone),
            b"committer %s %d %s\n" % (_bytes(committer or by), self._time if committed is None else committed, zone),
            b"encoding %s\n" % encoding.encode() if encoding else b"",
            _data(text),
            *(b"%s :%d\n" % (b"merge" if index else b"from", mark) for index, mark in enumerate(parents)),
            *_files({_bytes(path): content for path, content in (files or {}).items()}),
            b"\n",
        ]
        self._heads[branch] = self._last
        return self._last

    def strange_commit(
        self, author: bytes, *, message: bytes = b"Strange\n", branch: str = "main", committed: bytes | None = None
    ) -> None:
        """Put a commit on top of a branch whose author line git itself would refuse; same tree, no mark.

        `committed` is the committer's time and zone, written as it is.
        """
        self._strange.append((branch, self._body(author, message, committed), None))

    def strange_tree(self, *entries: Entry, branch: str = "main") -> None:
        """Put a commit on top of a branch whose tree git itself would refuse: names and modes stay as they are."""
        self._strange.append((branch, self._body(None, b"Strange tree\n", None), entries))

    def tag(
        self,
        name: str,
        commit: Mark,
        *,
        annotated: bool = True,
        day: float | None = None,
        by: Text = "Ada <ada@example.org>",
        message: Text = "A tag\n",
    ) -> None:
        """Tag a commit; an annotated tag is dated `day`, by default a day after the newest commit."""
        if not annotated:
            self._stream.append(b"reset refs/tags/%s\nfrom :%d\n\n" % (name.encode(), commit))
            return
        time = _moment(day, None, self._time + DAY)
        head = b"tag %s\nfrom :%d\ntagger %s %d +0000\n" % (name.encode(), commit, _bytes(by), time)
        self._stream.append(head + _data(_bytes(message)))

    def build(self, *, loose: bool = False) -> Path:
        """Write everything and return the bare git directory; `loose` leaves objects unpacked, one file each."""
        init = ("init", "--quiet", "--bare", "--template=", "--initial-branch=main", "--object-format=sha1")
        git(self.path.parent if self.path.parent.exists() else Path.cwd(), *init, str(self.path))
        marks = self.path / "marks"
        limit = 1_000_000 if loose else 1
        words = ("-c", f"fastimport.unpackLimit={limit}", "fast-import", "--quiet", "--force", "--date-format=raw")
        git(self.path, *words, f"--export-marks={marks}", stdin=b"".join(self._stream))
        pairs = (line.split() for line in marks.read_text().splitlines())
        self._shas = {int(mark[1:]): sha for mark, sha in pairs}
        marks.unlink()
        for branch, body, entries in self._strange:
            self._write_strange(branch, body, entries)
        return self.path

    def sha(self, commit: Mark) -> str:
        """Return a commit's hash, once built."""
        return self._shas[commit]

    def _body(self, author: bytes | None, message: bytes, committed: bytes | None) -> bytes:
        when = b"%d +0000" % (self._time + DAY)
        ada = b"Ada <ada@example.org>"
        return b"author %s\ncommitter %s %s\n\n%s" % (author or b"%s %s" % (ada, when), ada, committed or when, message)

    def _write_strange(self, branch: str, body: bytes, entries: Tree | None) -> None:
        ref = f"refs/heads/{branch}"
        tree, parent = git(self.path, "rev-parse", f"{ref}^{{tree}}", ref).split()
        if entries is not None:
            tree = self._write_tree(entries)
        sha = self._write("commit", b"tree %s\nparent %s\n%s" % (tree, parent, body))
        git(self.path, "update-ref", ref, sha.decode())

    def _write_tree(self, entries: Tree) -> bytes:
        content = b""
        for mode, name, inside in entries:
            sha = self._write("blob", inside) if isinstance(inside, bytes) else self._write_tree(inside)
            content += b"%s %s\0%s" % (mode, name, bytes.fromhex(sha.decode()))
        return self._write("tree", content)

    def _write(self, kind: str, content: bytes) -> bytes:
        return git(self.path, "hash-object", "-t", kind, "--literally", "-w", "--stdin", stdin=content).strip()


def git(where: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """Run git without any configuration of the user or the machine and return what it printed; raises if it fails."""
    environment = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "HOME": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    words = ["git", "-C", str(where), *arguments]
    return subprocess.run(words, input=stdin, capture_output=True, env=environment, check=True).stdout


def _moment(day: float | None, time: int | None, default: int) -> int:
    if time is not None:
        return time
    return default if day is None else EPOCH + round(day * DAY)


def _zone(minutes: int) -> bytes:
    hours, rest = divmod(abs(minutes), 60)
    return b"%c%02d%02d" % (b"-" if minutes < 0 else b"+", hours, rest)


def _bytes(text: Text) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _quoted(path: bytes) -> bytes:
    return b'"%s"' % b"".join(b"%c" % byte if chr(byte).isalnum() and byte < 128 else b"\\%03o" % byte for byte in path)


def _files(files: Mapping[bytes, Text | File | None]) -> list[bytes]:
    # Deletions first, so that a folder may take the place of a file.
    lines = [b"D %s\n" % _quoted(path) for path, content in files.items() if content is None]
    for path, content in files.items():
        if content is None:
            continue
        file = content if isinstance(content, File) else File(_bytes(content))
        mode = file.mode.encode()
        if file.mode == "160000":
            lines.append(b"M %s %s %s\n" % (mode, file.data, _quoted(path)))
        else:
            lines.append(b"M %s inline %s\n%s" % (mode, _quoted(path), _data(file.data)))
    return lines
