"""What is fuzzed: each target takes any bytes, and raises nothing but AssertionError, when something does not hold.

`test_targets.py` gives them what Hypothesis makes and what was ever found; `bench/fuzz.py` what atheris makes.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

import numpy as np

from analyzer.acquire.location import parse_location
from analyzer.acquire.place import place
from analyzer.acquire.remote import Remote, _parse
from analyzer.carry.container import dumps, loads
from analyzer.carry.hiding import Hiding
from analyzer.carry.prediction import narrowed
from analyzer.config import load
from analyzer.count.blob import count_blobs
from analyzer.count.content import as_text
from analyzer.count.kinds import path_kind
from analyzer.count.languages import BY_NAME
from analyzer.count.line_kinds import LineKinds
from analyzer.count.python_lines import PythonCounter, python_lines
from analyzer.errors import BadMoment, BadSpec, ConfigError, FactsDamaged, FactsOfAnotherVersion, MineError
from analyzer.measure.versions import version
from analyzer.mine.difference import parse_commits
from analyzer.mine.hunks import hunks, line_count
from analyzer.mine.objects import parse, signature, subject
from analyzer.mine.trailers import parse_trailers
from analyzer.model.carried import Manifest, Tables
from analyzer.model.identity import Identity
from analyzer.model.lines import PARTITION, LineVector
from analyzer.model.mailmap import Mailmap, decoded
from analyzer.model.people import People
from analyzer.model.window import parse_window
from analyzer.render.clean import clean_text
from analyzer.stages.carrying import COUNTERS, bring, hidden, unpacked
from analyzer.stages.moments import date
from analyzer.store.store import Store
from tests.store.made import change, line, mine, oid

Target = Callable[[bytes], None]
LANGUAGES = sorted(BY_NAME)


def scanner(data: bytes) -> None:
    """The parts of a file's vector sum to its lines, in whatever language it is; the first byte chooses it."""
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "Python"
    (row,) = count_blobs([("a1", language, data[1:])])
    assert all(number >= 0 for number in _parts(row.vector))
    text, _ = as_text(data[1:])
    if row.language and b"\r" not in text:
        bare = text.removeprefix(b"\xef\xbb\xbf")
        assert sum(_parts(row.vector)) == line_count(bare), (row.language, _parts(row.vector))


def python(data: bytes) -> None:
    """Versions of a Python file, divided by NULs, count the same one after the other and each alone."""
    counter, kinds = PythonCounter(), LineKinds()
    for one in data.split(b"\0"):
        assert counter.count(one) == python_lines(one)
        bare = one.replace(b"\r\n", b"\n").replace(b"\r", b" ")
        assert len(kinds.of("Python", one)) == line_count(bare.removeprefix(b"\xef\xbb\xbf")) or not bare


def commit_object(data: bytes) -> None:
    """A commit or tag is read to text that a database takes."""
    headers, message, encoding = parse(data)
    who = signature(headers.get(b"author", data[:200]), encoding)
    for text in (who.name, who.email, subject(message), *(word for pair in parse_trailers(message) for word in pair)):
        assert "\0" not in text
        text.encode()
    assert abs(who.time) < 2**63 and abs(who.offset) < 2**31


def git_output(data: bytes) -> None:
    """What `git diff-tree` prints, cut off or garbled, is read or refused."""
    try:
        for sha, raws, _counts in parse_commits(data.split(b"\0")):
            assert len(sha) == 40 and all(raw.path is not None for raw in raws)
    except (MineError, ValueError, IndexError):
        # Git does not print such things; what counts is that nothing is made up.
        return


def remote_refs(data: bytes) -> None:
    """Names that a remote tells can stand in a refspec, or are passed over."""
    remote: Remote = _parse(data.decode("utf-8", "surrogateescape"))
    for name in remote.refs:
        assert name.startswith(("refs/heads/", "refs/tags/"))
        assert not any(mark in name for mark in ("..", ":", "^", "~", "*", "?", "[", "\\", " ", "\x7f", "@{", "//"))
    if remote.default is not None:
        assert f"refs/heads/{remote.default}" in remote.refs


def mailmap(data: bytes) -> None:
    """Any mailmap gives any person one name and address."""
    text = decoded(data)
    known = Mailmap(text)
    for one in text.splitlines()[:20]:
        found = known.proper(Identity(one[:50], one.rpartition("<")[2].rstrip(">")))
        assert isinstance(found.name, str) and isinstance(found.email, str)


def configuration(data: bytes) -> None:
    """A configuration is read or refused with an error of ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diptych.toml"
        path.write_bytes(data)
        try:
            wanted = load(path)
        except ConfigError as error:
            assert "\n" not in error.message
            return
        assert wanted.repositories
        assert wanted.output is None or wanted.output.is_relative_to(Path(folder).resolve())
        assert "/" not in wanted.report_name and not wanted.report_name.startswith(".")


def address(data: bytes) -> None:
    """An address lies below the folder of mirrors, or is refused."""
    mirrors = Path("/m")
    try:
        found = parse_location(data.decode("utf-8", "surrogateescape"), base=Path("/nowhere"))
    except BadSpec:
        return
    if found.local is None:
        where = place(found, mirrors)
        assert where.is_relative_to(mirrors) and ".." not in where.parts
        assert not found.url.startswith("-") and "::" not in found.url.split("/")[0]


def words(data: bytes) -> None:
    """Versions, spans of time, dates and paths of any letters."""
    text = data.decode("utf-8", "replace")
    version(text)
    path_kind(text, {"linguist-language": text[:20], "linguist-vendored": text[:3]})
    for reads in (parse_window, date):
        try:
            reads(text)
        except (ConfigError, BadMoment):
            continue
    assert not any(letter < " " and letter not in "\t\n" for letter in clean_text(text))


def differences(data: bytes) -> None:
    """The hunks between two texts, divided by a NUL, make the one of the other."""
    old, _, new = data.partition(b"\0")
    lines, made, position = old.split(b"\n"), list[bytes](), 0
    fresh = new.split(b"\n")
    for hunk in hunks(old, new):
        assert hunk.old >= position
        made += [*lines[position : hunk.old], *fresh[hunk.new : hunk.new + hunk.added]]
        position = hunk.old + hunk.removed
    made += lines[position : line_count(old)]
    assert made == fresh[: line_count(new)]


def facts_file(data: bytes) -> None:
    """A file of facts whose checksum is right, with some of its numbers or bytes changed, is taken or refused."""
    whole = _facts()
    manifest, tables = loads(whole)
    for content in (_sealed(_overwritten(whole[:-32], data)), dumps(manifest, _altered(tables, data))):
        with suppress(FactsDamaged, FactsOfAnotherVersion):
            unpacked(content)
            with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "facts.sqlite") as store:
                bring(store, store.repository("a", "a"), content, "imported")


@cache
def _facts() -> bytes:
    """Return a small file of facts."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "facts.sqlite") as store:
        repo = store.repository("a", "a")
        changes = [
            change("one", "A", "a.py", new="first"),
            change("one", "A", "logo.png", new="picture"),
            change("two", "R", "b.py", "first", "second", previous="a.py"),
        ]
        mine(store, repo, line("one", "two"), changes, {"first": 1, "second": 2})
        store.set_mined_head(repo, oid("two"), "main")
        tables = narrowed(hidden(store.carried.tables(repo), Hiding(bytes(1), People())))
        one = np.ones(1, np.int64)
        followed = {
            "survival": {"position": one, "version": ["1"], "rules": ["r"], "comments": one},
            "line_files": {"path_id": one, "runs": one},
            "line_runs": {"commit_id": one, "kind": one, "length": one},
            "line_deaths": dict.fromkeys(("commit_id", "kind", "died", "path_id", "number"), one),
        }
        manifest = Manifest("a", "a", "main", oid("two"), 5, store.carried.shape, COUNTERS, "ff" * 32)
    return dumps(manifest, {**tables, **followed})


def _sealed(content: bytes) -> bytes:
    return content + hashlib.sha256(content).digest()


def _overwritten(content: bytes, data: bytes) -> bytes:
    """Return the content with each three bytes of `data` as a place, counted from its end too, and a value there."""
    changed = bytearray(content)
    for start in range(0, len(data) - 2, 3):
        changed[int.from_bytes(data[start : start + 2], "big", signed=True) % len(changed)] = data[start + 2]
    return bytes(changed)


def _altered(tables: Tables, data: bytes) -> Tables:
    """Return the tables with each eleven bytes of `data` as a table, a column, a row, and a number there."""
    made = {name: dict(columns) for name, columns in tables.items()}
    for start in range(0, len(data) - 10, 11):
        which, column, row = data[start : start + 3]
        columns = made[sorted(made)[which % len(made)]]
        values = columns[sorted(columns)[column % len(columns)]] if columns else []
        if isinstance(values, np.ndarray) and len(values):
            changed = values.copy()
            number = int.from_bytes(data[start + 3 : start + 11], "little", signed=True)
            # Numbers that a file can hold: two bits are for the sign, and for nothing.
            changed[row % len(values)] = max(-(2**61), min(2**61, number))
            columns[sorted(columns)[column % len(columns)]] = changed
    return made


def _parts(vector: LineVector) -> list[int]:
    return [getattr(vector, name) for name in PARTITION]


TARGETS: Mapping[str, Target] = {
    one.__name__: one
    for one in (
        scanner,
        python,
        commit_object,
        git_output,
        remote_refs,
        mailmap,
        configuration,
        address,
        words,
        differences,
        facts_file,
    )
}
