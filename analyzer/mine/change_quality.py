"""Mirror -> the quality of commits' changes: which contents to compare, within which limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pygit2
from pygit2.enums import DiffOption

from analyzer.errors import MineError
from analyzer.mine.border import ask_git, decode_name
from analyzer.mine.bounded import TooCostlyError, bounded
from analyzer.mine.difference import Raw, ask_differences, parse_commits
from analyzer.mine.methods import Methods, NotParsedError, methods, profile, supported
from analyzer.mine.odb import ObjectStore
from analyzer.model.change_quality import CommitQuality, FileQuality, Profile
from analyzer.model.uncounted import Reason

LARGEST_FILE = 1024 * 1024
"""Bytes. Larger files are not read for methods."""
MOST_FILES = 400
"""Files with methods of one commit; a commit that changes more is not read."""
MOST_BYTES = 16 * 1024 * 1024
"""Of these files, before and after; likewise."""
SECONDS = 30
"""Of processor time for one commit: some 15 times what the most costly of Django's last 500 took."""
MEGABYTES = 1024
"""Of memory for one commit, beside what is in use."""

_KEPT = 1000
"""Contents whose methods are remembered: what one commit leaves, a later one begins with."""


def change_quality(git_dir: Path, shas: Sequence[str]) -> list[CommitQuality]:
    """Return what each of the commits did to methods, in their order; whatever they hold, none is left out.

    Commits with several parents have no files. Raises MineError only if the repository itself cannot be opened.
    """
    if not shas:
        return []
    reader = _Reader(git_dir)
    return [reader.commit(sha, raws) for sha, raws in _changed(git_dir, shas)]


def _changed(git_dir: Path, shas: Sequence[str]) -> Iterator[tuple[str, Sequence[Raw] | None]]:
    """Yield each commit with the files that it changed; None for one that git cannot compare."""
    try:
        fields = ask_differences(git_dir, "--stdin", "--root", "--always", "-M", "-l1000", stdin=_lines(shas))
        found = [(sha, raws) for sha, raws, _ in parse_commits(fields)]
        whole = [sha for sha, _ in found] == list(shas)
    except MineError:
        whole = False
    if whole:
        yield from found
    elif len(shas) == 1:
        yield shas[0], None
    else:
        # One of them is broken: which, shows when each is asked for alone.
        for sha in shas:
            yield from _changed(git_dir, [sha])


def _lines(words: Sequence[str]) -> bytes:
    return "".join(f"{word}\n" for word in words).encode()


class _Reader:
    """Contents of one repository, and the methods that were found in them."""

    def __init__(self, git_dir: Path) -> None:
        self._git_dir = git_dir
        self._store = ObjectStore(git_dir)
        self._known: dict[tuple[str, str], Methods] = {}

    def commit(self, sha: str, raws: Sequence[Raw] | None) -> CommitQuality:
        """Return one commit's quality, or why there is none."""
        if raws is None:
            return CommitQuality(sha, Reason.BROKEN_OBJECT.value, ())
        files = [(decode_name(raw.path), raw) for raw in raws]
        files = [(path, raw) for path, raw in files if supported(_name(path))]
        sizes = self._sizes([raw for _, raw in files])
        if len(files) > MOST_FILES or sum(sizes.values()) > MOST_BYTES:
            return CommitQuality(sha, Reason.TOO_LARGE.value, ())
        try:
            with bounded(SECONDS, MEGABYTES):
                return CommitQuality(sha, "", tuple(self._file(path, raw, sizes) for path, raw in files))
        except TooCostlyError:
            self._known.clear()
            return CommitQuality(sha, Reason.TOO_COSTLY.value, ())

    def _sizes(self, raws: Sequence[Raw]) -> Mapping[str, int]:
        """Return the bytes of the contents that are there, without reading them."""
        wanted = sorted({oid for raw in raws for oid in (raw.old_blob, raw.new_blob) if oid})
        words = ("cat-file", "--batch-check=%(objectname) %(objectsize)", "--buffer")
        told = ask_git(self._git_dir, *words, stdin=_lines(wanted)) if wanted else b""
        pairs = (line.split() for line in told.decode().splitlines())
        return {oid: int(size) for oid, size in pairs if size.isdigit()}

    def _file(self, path: str, raw: Raw, sizes: Mapping[str, int]) -> FileQuality:
        oids = [oid for oid in (raw.old_blob, raw.new_blob) if oid]
        if raw.old_blob == raw.new_blob:
            return FileQuality(path, "", Profile())
        if any(oid not in sizes for oid in oids):
            return FileQuality(path, Reason.BROKEN_OBJECT.value, Profile())
        if any(sizes[oid] > LARGEST_FILE for oid in oids):
            return FileQuality(path, Reason.TOO_LARGE.value, Profile())
        try:
            return FileQuality(path, "", self._profile(_name(path), raw.old_blob, raw.new_blob))
        except MineError:
            return FileQuality(path, Reason.BROKEN_OBJECT.value, Profile())
        except NotParsedError:
            return FileQuality(path, Reason.NOT_PARSED.value, Profile())

    def _profile(self, name: str, old: str | None, new: str | None) -> Profile:
        before, after = self._content(old), self._content(new)
        return profile(
            name, self._methods(old, name, before), self._methods(new, name, after), _difference(before, after)
        )

    def _content(self, oid: str | None) -> bytes:
        return self._store.read(oid)[1] if oid else b""

    def _methods(self, oid: str | None, name: str, content: bytes) -> Methods:
        if oid is None:
            return ()
        if (oid, name) not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[oid, name] = methods(name, content)
        return self._known[oid, name]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _difference(before: bytes, after: bytes) -> bytes:
    """Return the hunks as git prints them; compared byte by byte, so that no attribute has a say."""
    patch = pygit2.Patch.create_from(before, after, flag=DiffOption.INDENT_HEURISTIC, context_lines=3)
    _, found, hunks = patch.data.partition(b"\n@@")
    return b"@@" + hunks if found else b""
