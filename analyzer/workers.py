"""What runs in worker processes: one chunk of a mirror in, rows for the store out."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from analyzer.errors import MineError
from analyzer.interrupts import held_back
from analyzer.model.change import Change
from analyzer.model.change_quality import CommitQuality
from analyzer.model.content import BlobFacts
from analyzer.model.edit import Edit
from analyzer.model.functions import BlobFunctions
from analyzer.model.lines import BlobLines

if TYPE_CHECKING:
    # It brings numpy, which takes a third of a second, and most commands start no worker.
    from analyzer.model.survival import File, Followed, StaleComment, State, Step

Chunk = TypeVar("Chunk")
Rows = TypeVar("Rows")

_AHEAD = 2
"""Chunks in flight for each worker: enough that none waits for the writer, few enough that memory stays bounded."""


def changes(git_dir: Path, commits: Sequence[tuple[str, str | None]]) -> tuple[list[str], list[Change]]:
    """Return the commits of the chunk and what they changed."""
    from analyzer.mine.changes import changes as mine_changes

    return [sha for sha, _ in commits], mine_changes(git_dir, commits)


def lines(git_dir: Path, wanted: Sequence[tuple[str, str]]) -> list[BlobLines]:
    """Count the blobs of a chunk of (object id, language hint); a blob that cannot be read is a row that says so."""
    from analyzer.count.blob import count_blobs, unreadable
    from analyzer.mine.blobs import read_blobs

    hints = iter(wanted)
    missing: list[BlobLines] = []

    def readable() -> Iterator[tuple[str, str, bytes]]:
        for (oid, data), (_, hint) in zip(read_blobs(git_dir, [oid for oid, _ in wanted]), hints, strict=True):
            if data is None:
                missing.append(unreadable(oid, hint))
            else:
                yield oid, hint, data

    return [*count_blobs(readable()), *missing]


def licences(git_dir: Path, blobs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Recognise the licences in blobs: object id -> SPDX ids; nothing for a blob that cannot be read."""
    from analyzer.count.licence import licences as recognise
    from analyzer.mine.blobs import read_blobs

    return {oid: recognise(data) if data is not None else () for oid, data in read_blobs(git_dir, blobs)}


def docstrings(git_dir: Path, blobs: Sequence[str]) -> list[BlobFacts]:
    """Count the public definitions and docstrings of a chunk of Python blobs, one row each."""
    from analyzer.count.docstrings import count_docstrings
    from analyzer.mine.blobs import read_blobs

    return [count_docstrings(oid, data) for oid, data in read_blobs(git_dir, blobs)]


def change_quality(git_dir: Path, shas: Sequence[str]) -> list[CommitQuality]:
    """Look at the methods that the commits of a chunk changed, one row each."""
    from analyzer.mine.change_quality import change_quality as look

    return look(git_dir, shas)


def syntax(git_dir: Path, blobs: Sequence[str]) -> list[BlobFacts]:
    """Count complexity and annotations of a chunk of Python blobs, one row each."""
    from analyzer.count.syntax import count_syntax
    from analyzer.mine.blobs import read_blobs

    with _uncollected():
        return [count_syntax(oid, data) for oid, data in read_blobs(git_dir, blobs)]


def line_hashes(git_dir: Path, blobs: Sequence[str]) -> list[BlobFacts]:
    """Hash the different lines of a chunk of blobs, one row each."""
    from analyzer.count.unique_lines import hashed
    from analyzer.mine.blobs import read_blobs

    return [hashed(oid, data) for oid, data in read_blobs(git_dir, blobs)]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: syntax trees have none, and looking takes a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def survival(git_dir: Path, families: Sequence[tuple[Mapping[int, State], Sequence[Step]]]) -> list[Followed]:
    """Follow the lines of some families of files; each has the states of its paths, and its steps."""
    from analyzer.count.comment_blocks import blocks_of
    from analyzer.count.content import as_text
    from analyzer.count.line_kinds import LineKinds
    from analyzer.mine.attribution import follow
    from analyzer.mine.blobs import BlobReader

    contents, kinds = BlobReader(git_dir), LineKinds()

    def read(oid: str) -> bytes | None:
        data = contents.read(oid)
        return None if data is None else as_text(data)[0]

    return [follow(states, steps, read, kinds.of, blocks_of) for states, steps in families]


def stale_comments(git_dir: Path, files: Sequence[File]) -> list[tuple[int, list[StaleComment]]]:
    """Return path -> comments beside which code was changed; a file that cannot be read as it was followed has none."""
    from analyzer.count.content import as_text
    from analyzer.count.line_kinds import LineKinds
    from analyzer.count.stale_comments import stale_comments as look
    from analyzer.mine.blobs import read_blobs
    from analyzer.model.survival import unpack

    kinds = LineKinds()
    found = []
    for file, (_, data) in zip(files, read_blobs(git_dir, [file.blob for file in files]), strict=True):
        text = b"" if data is None else as_text(data)[0]
        written, known = unpack(file.written), kinds.of(file.language, text)
        found.append((file.path, look(text, known, written, file.beside) if len(known) == len(written) else []))
    return found


def python_quality(git_dir: Path, blobs: Sequence[str]) -> list[tuple[BlobFacts, BlobFunctions]]:
    """Ask Radon about a chunk of Python blobs: figures and functions of each."""
    from analyzer.count.python_quality import python_quality as measure
    from analyzer.mine.blobs import read_blobs

    return [measure(oid, data) for oid, data in read_blobs(git_dir, blobs)]


def functions(git_dir: Path, wanted: Sequence[tuple[str, str]]) -> list[BlobFunctions]:
    """Ask Lizard for the functions of a chunk of (object id, language)."""
    from analyzer.count.lizard_functions import lizard_functions
    from analyzer.mine.blobs import read_blobs

    found = read_blobs(git_dir, [oid for oid, _ in wanted])
    return [lizard_functions(oid, language, data) for (oid, data), (_, language) in zip(found, wanted, strict=True)]


def edits(git_dir: Path, pairs: Sequence[tuple[str, str]]) -> list[Edit]:
    """Compare the contents of a chunk of (old, new) object ids."""
    from analyzer.mine.edits import edits as mine_edits

    return list(mine_edits(git_dir, pairs))


class Workers:
    """A pool of processes that is started when the first chunk comes, and only for more than one job.

    With one job everything runs in this process, one chunk after the other.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection
        self._begun: list[tuple[Callable[..., Any], Path, Any, Future[Any]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        if kind is not None:
            # After an error the chunks in flight are of no use to anybody, and may take minutes.
            self._lifeline.close()
        self._pool.shutdown(wait=True, cancel_futures=kind is not None)
        self._lifeline.close()

    def begin(self, work: Callable[[Path, Chunk], Rows], git_dir: Path, chunk: Chunk) -> None:
        """Have a process begin with a chunk for which `each` is asked later, alone: beside what is done until then."""
        if self._jobs > 1:
            with _told(), held_back():
                self._begun.append((work, git_dir, chunk, self._started().submit(work, git_dir, chunk)))

    def each(self, work: Callable[[Path, Chunk], Rows], git_dir: Path, chunks: Sequence[Chunk]) -> Iterator[Rows]:
        """Yield `work(git_dir, chunk)` for every chunk, as they are done. Raises MineError if a worker dies."""
        with _told():
            if self._jobs <= 1 or len(chunks) <= 1:
                yield from (self._one(work, git_dir, chunk) for chunk in chunks)
                return
            pool = self._started()
            flying: set[Future[Rows]] = set()
            for chunk in chunks:
                with held_back():
                    # It may start a process, and a pool that is cut off there waits for ever at its end.
                    flying.add(pool.submit(work, git_dir, chunk))
                if len(flying) > self._jobs * _AHEAD:
                    done, flying = wait(flying, return_when=FIRST_COMPLETED)
                    yield from (one.result() for one in done)
            yield from (one.result() for one in as_completed(flying))

    def _one(self, work: Callable[[Path, Chunk], Rows], git_dir: Path, chunk: Chunk) -> Rows:
        for place, (*asked, begun) in enumerate(self._begun):
            if asked == [work, git_dir, chunk]:
                del self._begun[place]
                found: Rows = begun.result()
                return found
        return work(git_dir, chunk)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: a forked child would share the parent's open database and libgit2's state.
            context = multiprocessing.get_context("spawn")
            ending, self._lifeline = context.Pipe(duplex=False)
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_live_for_parent, initargs=(ending,)
            )
        return self._pool


@contextmanager
def _told() -> Iterator[None]:
    """Turn the death of a worker into an error of ours."""
    try:
        yield
    except BrokenProcessPool as error:
        hint = "what was read so far is kept: run again, with --jobs 1 if memory is short"
        raise MineError("a worker process was ended from outside", hint=hint) from error


def _live_for_parent(ending: Connection) -> None:
    """Leave interrupts to the parent, and end when it does or drops its end of the pipe.

    A worker whose parent was killed would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    lifelines = [ending] if parent is None else [ending, parent.sentinel]
    threading.Thread(target=_end_after, args=(lifelines,), daemon=True).start()


def _end_after(lifelines: Sequence[Connection | int]) -> None:
    wait_for(lifelines)
    os._exit(1)
