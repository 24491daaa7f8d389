"""A folder of reports, as they say of themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analyzer.model import wording
from analyzer.model.headlines import Headlines

INDEX = "index.html"
_DATED = re.compile(r"(?P<stem>.+)\.\d{4}-\d\d-\d\d-[0-9a-f]{7}\.html")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page may lead to in the folder that it lies in."""

    before: str | None = None
    """The file of the report before; None if there is none."""
    before_end: int = 0
    """When its windows end."""
    index: bool = False
    """Whether a list of all reports lies there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the folder, with the earlier ones of its name."""

    file: str
    said: Headlines
    earlier: tuple[tuple[str, Headlines], ...] = ()
    """(file, what it says), newest first."""


def commits(said: Headlines) -> tuple[tuple[str, str], ...]:
    """Return what a report is of: two reports of the same commits are one report, written twice."""
    return tuple((one.location or one.name, one.sha or one.state) for one in said.repositories)


def age(said: Headlines) -> tuple[int, int]:
    """Return what orders reports: the newest head first, then the heads of the others."""
    return said.end, sum(one.time for one in said.repositories)


def dated_name(file: str, said: Headlines) -> str:
    """Return what a report is called when a newer one takes its place: "flask-vs-django.2026-06-18-1a2b3c4.html".

    The date is that of its newest head; the letters stand for its commits, so that every state has its own name.
    """
    date = wording.moment(said.end).date().isoformat()
    mark = hashlib.sha256(repr(commits(said)).encode()).hexdigest()[:7]
    return f"{file.removesuffix('.html')}.{date}-{mark}.html"


def earlier_than(file: str, said: Headlines, there: Mapping[str, Headlines]) -> list[tuple[str, Headlines]]:
    """Return the dated reports of this file's name that are older than `said`, newest first."""
    older = [(name, one) for name, one in there.items() if current_name(name) == file != name and age(one) < age(said)]
    return sorted(older, key=lambda pair: (age(pair[1]), pair[0]), reverse=True)


def entries(there: Mapping[str, Headlines]) -> list[Entry]:
    """Return what an index lists: reports, newest first, each with the dated ones of its name below it."""
    files: dict[str, list[str]] = {}
    for name in sorted(there):
        files.setdefault(current_name(name), []).append(name)
    found = [_entry(current, names, there) for current, names in files.items()]
    return sorted(found, key=lambda entry: (-entry.said.end, entry.file))


def _entry(current: str, names: Iterable[str], there: Mapping[str, Headlines]) -> Entry:
    order = sorted(names, key=lambda name: (name == current, age(there[name]), name), reverse=True)
    first, *others = order
    # After a look at the past, the present one has a dated twin that waits for its return.
    return Entry(
        first, there[first], tuple((n, there[n]) for n in others if commits(there[n]) != commits(there[first]))
    )


def current_name(file: str) -> str:
    """Return the name without date that a dated report once had; any other name as it is."""
    found = _DATED.fullmatch(file)
    return f"{found['stem']}.html" if found else file
