"""Each check reads a repository both ways, by the room `mine` and by git, and compares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from analyzer.mine.changes import changes
from analyzer.mine.graph import read_graph
from analyzer.mine.history import commits
from analyzer.model.change import Change
from analyzer.model.commit import Commit
from tests.repos import git

Check = Callable[[Path], None]

_NO_MAILMAP = ("-c", "mailmap.file=", "-c", "mailmap.blob=")
_UTF8 = ("-c", "i18n.logOutputEncoding=UTF-8")
_LEADING = re.compile(r"[ \t\r]*\n")
_RECORD = re.compile(rb"\x01(?=[0-9a-f]{40}(?:[\n\0]|\Z))")  # paths may hold the byte, too
_DIVIDER = re.compile(r"^---\s", re.MULTILINE)


def head_of(git_dir: Path) -> str:
    return git(git_dir, "rev-parse", "HEAD").decode().strip()


def all_commits(git_dir: Path) -> list[Commit]:
    graph = read_graph(git_dir, head_of(git_dir))
    positions = {sha: place for place, sha in enumerate(graph.trunk())}
    return list(commits(git_dir, graph, frozenset(), positions))


def jobs(history: Sequence[Commit]) -> list[tuple[str, str | None]]:
    """Return what the pipeline asks `changes` for."""
    plain = {commit.sha: None for commit in history if len(commit.parents) < 2}
    merges = {c.sha: c.parents[0] for c in history if len(c.parents) > 1 and c.position is not None}
    return [(c.sha, merges.get(c.sha)) for c in history if c.sha in plain or c.sha in merges]


def all_changes(git_dir: Path, wanted: Sequence[tuple[str, str | None]]) -> Iterator[Change]:
    for start in range(0, len(wanted), 1000):
        yield from changes(git_dir, wanted[start : start + 1000])


def counts_and_order(git_dir: Path) -> None:
    found = [commit.sha for commit in all_commits(git_dir)]
    assert len(found) == int(git(git_dir, "rev-list", "--count", "HEAD"))
    assert sorted(found) == sorted(git(git_dir, "rev-list", "HEAD").decode().split())
    place = {sha: number for number, sha in enumerate(found)}
    for line in git(git_dir, "rev-list", "--parents", "HEAD").decode().splitlines():
        child, *parents = line.split()
        assert all(place[parent] < place[child] for parent in parents)


def trunk_line(git_dir: Path) -> None:
    line = git(git_dir, "rev-list", "--first-parent", "--reverse", "HEAD").decode().split()
    history = all_commits(git_dir)
    assert read_graph(git_dir, head_of(git_dir)).trunk() == line
    assert {c.sha: c.position for c in history if c.position is not None} == {sha: n for n, sha in enumerate(line)}


def people_dates_parents_and_subjects(git_dir: Path) -> None:
    form = "%H%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%P%x00%s"
    printed = git(git_dir, *_NO_MAILMAP, *_UTF8, "log", f"--format={form}%x01", "HEAD").split(b"\x01\n")[:-1]
    expected = {}
    for record in printed:
        sha, name, email, time, name2, email2, time2, parents, subject = map(_text, record.split(b"\0"))
        expected[sha] = (name, email, int(time or 0), name2, email2, int(time2 or 0), parents, subject)
    found = {
        c.sha: (c.author.name, c.author.email, max(c.author.time, 0), c.committer.name, c.committer.email,
                max(c.committer.time, 0), " ".join(c.parents), c.subject)
        for c in all_commits(git_dir)
    }  # fmt: skip
    assert found == expected


def shortlog(git_dir: Path) -> None:
    expected: Counter[str] = Counter()
    for line in git(git_dir, *_NO_MAILMAP, *_UTF8, "shortlog", "-sne", "HEAD").split(b"\n")[:-1]:
        number, _, person = line.partition(b"\t")
        expected[_text(person)] += int(number)
    assert Counter(f"{c.author.name} <{c.author.email}>" for c in all_commits(git_dir)) == expected


def trailers(git_dir: Path) -> None:
    # One git log for most messages; git itself reads those differently (one by one) where `log` knows better than
    # `interpret-trailers` that a line of three dashes ends no message and that a title comes after blank lines.
    form = "%H%x00%(trailers:only,unfold,separator=%x02,key_value_separator=%x03)%x00%B"
    printed = git(git_dir, *_UTF8, "log", f"--format={form}%x01", "HEAD").split(b"\x01\n")[:-1]
    found = {commit.sha: commit.trailers for commit in all_commits(git_dir)}
    assert len(printed) == len(found)
    for record in printed:
        sha, pairs, message = map(_text, record.split(b"\0"))
        expected = tuple(tuple(pair.split("\x03")) for pair in pairs.split("\x02")) if pairs else ()
        if _DIVIDER.search(message) or _LEADING.match(message):
            expected = interpreted(git_dir, message)
        assert found[sha] == expected, message


def vulnerabilities(git_dir: Path) -> None:
    # Git's pattern has no way to look behind: what must not stand beside a number is a part of it.
    pattern = "(^|[^0-9a-z])cve-(19|20)[0-9]{2}-[0-9]{4,9}([^0-9]|$)"
    listed = git(
        git_dir, "log", "--format=%H", "--extended-regexp", "--regexp-ignore-case", f"--grep={pattern}", "HEAD"
    )
    assert {commit.sha for commit in all_commits(git_dir) if commit.vulnerabilities} == set(listed.decode().split())


def interpreted(git_dir: Path, message: str) -> tuple[tuple[str, ...], ...]:
    """Return what `git interpret-trailers --parse` finds in one message."""
    printed = git(git_dir, "interpret-trailers", "--parse", stdin=message.encode()).decode()
    return tuple(tuple(line.split(": ", 1)) for line in printed.split("\n")[:-1])


def line_counts(git_dir: Path) -> None:
    history = [(sha, parent) for sha, parent in jobs(all_commits(git_dir)) if parent is None]
    found = Counter((c.commit, c.path, c.previous_path, c.added, c.deleted) for c in all_changes(git_dir, history))
    assert found == Counter(_numstat(git_dir))


def trees_at_every_trunk_commit(git_dir: Path, every: int = 1) -> None:
    history = [commit for commit in all_commits(git_dir) if commit.position is not None]
    wanted = jobs(history)
    tree: dict[str, str] = {}
    for start in range(0, len(wanted), every):
        for change in all_changes(git_dir, wanted[start : start + every]):
            apply(tree, change)
        last = wanted[min(start + every, len(wanted)) - 1][0]
        assert tree == files_of(git_dir, last), last


def apply(tree: dict[str, str], change: Change) -> None:
    """Move a tree from before a change to after it."""
    if change.kind == "R":
        tree.pop(str(change.previous_path), None)
    if change.new_blob is None:
        tree.pop(change.path, None)
    else:
        tree[change.path] = change.new_blob


def files_of(git_dir: Path, sha: str) -> Mapping[str, str]:
    """Return path -> blob of the regular files of a tree, by `git ls-tree`."""
    entries = git(git_dir, "ls-tree", "-r", "-z", sha).split(b"\0")[:-1]
    regular = (entry.partition(b"\t") for entry in entries if entry.startswith(b"100"))
    return {path.decode("utf-8", "backslashreplace"): head.split()[2].decode() for head, _, path in regular}


def _numstat(git_dir: Path) -> Iterator[tuple[str, str, str | None, int | None, int | None]]:
    arguments = ("--numstat", "-M", "-l1000", "-z", "--root", "--no-merges", "--format=%x01%H")
    for record in _RECORD.split(git(git_dir, "log", *arguments, "HEAD"))[1:]:
        sha = record[:40].decode()
        fields = iter(record[41:].lstrip(b"\n\0").split(b"\0"))
        for field in fields:
            if not field:
                continue
            added, deleted, path = field.split(b"\t", 2)
            previous = None if path else next(fields)
            after = path or next(fields)
            old = None if previous is None else previous.decode("utf-8", "backslashreplace")
            yield sha, after.decode("utf-8", "backslashreplace"), old, _count(added), _count(deleted)


def _count(digits: bytes) -> int | None:
    return None if digits == b"-" else int(digits)


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


CHECKS: Sequence[Check] = (
    counts_and_order,
    vulnerabilities,
    trunk_line,
    people_dates_parents_and_subjects,
    shortlog,
    trailers,
    line_counts,
    trees_at_every_trunk_commit,
)
