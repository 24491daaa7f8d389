"""The record of refreshes: one round for each, with what it found of each repository. It outlives a rebuild."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Connection, Row, func, select

from analyzer.model.history import FAILED, OK, Round, State, Visit
from analyzer.store.database import Database
from analyzer.store.round_tables import rounds, visits
from analyzer.store.words import clean


class Record:
    """What the pipeline may ask of the record of refreshes, and tell it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, made: Round) -> Round:
        """Store a round, and return it with its number; one that began when another did is moved a second on."""
        with self._database.writing() as connection:
            return _add(connection, made)

    def restore(self, made: Iterable[Round]) -> int:
        """Store rounds of an earlier record under their numbers, oldest first; return how many there are now.

        Nothing is changed where there is a record. A round of a number that is not behind the last, or that began when
        another did, is left out.
        """
        with self._database.writing() as connection:
            if connection.execute(select(func.count()).select_from(rounds)).scalar_one():
                return 0
            number, times = 0, set[int]()
            for one in made:
                if one.number > number and one.started not in times:
                    _store(connection, one)
                    number = one.number
                    times.add(one.started)
            return len(times)

    def newest(self, limit: int) -> list[Round]:
        """Return the newest rounds, newest first, each with its figures; tags are left out."""
        with self._database.reading() as connection:
            return _listed(connection, limit)

    def notes(self, location: str, after: int) -> tuple[str, ...]:
        """Return what rounds behind one noticed of a repository, each note once, oldest first."""
        mine = (visits.c.location == location) & (visits.c.round_id > after) & (visits.c.notes != "[]")
        with self._database.reading() as connection:
            texts = connection.execute(select(visits.c.notes).where(mine).order_by(visits.c.round_id)).scalars().all()
        return tuple(dict.fromkeys(note for text in texts for note in json.loads(text)))

    def tags(self, location: str, number: int) -> tuple[str, ...] | None:
        """Return the names of a repository's tags as of a round; None if they were never recorded."""
        with self._database.reading() as connection:
            text = _before(connection, location, visits.c.tags, number)
        return None if text is None else tuple(json.loads(text))

    def last_good(self, location: str) -> int | None:
        """Return when the last round began that read the repository; None if there was none."""
        good = (visits.c.location == location) & (visits.c.outcome == OK)
        with self._database.reading() as connection:
            # By number: a round that was made while the clock was wrong may have begun in the future.
            statement = select(rounds.c.started).select_from(_JOINED).where(good).order_by(rounds.c.round_id.desc())
            found: int | None = connection.execute(statement.limit(1)).scalar_one_or_none()
        return found

    def called(self, title: str, name: str) -> str | None:
        """Return where the last round of this title read the repository of this name from; None without such a one."""
        wanted = (rounds.c.title == title) & (visits.c.name == name) & visits.c.head.is_not(None)
        statement = select(visits.c.location).select_from(_JOINED).where(wanted)
        with self._database.reading() as connection:
            newest_first = statement.order_by(rounds.c.round_id.desc()).limit(1)
            return connection.execute(newest_first).scalar_one_or_none()

    def states(self, heads: Mapping[str, str]) -> tuple[State, State] | None:
        """Return the newest state in which some of these repositories were elsewhere, and that of now.

        `heads` is location -> hash as it is now. None if no round found another state before, or none that of now.
        """
        columns = (rounds.c.round_id, rounds.c.started, visits.c.location, visits.c.head)
        wanted = visits.c.location.in_(list(heads)) & visits.c.head.is_not(None) & (visits.c.outcome != FAILED)
        statement = select(*columns).select_from(_JOINED).where(wanted).order_by(rounds.c.round_id)
        with self._database.reading() as connection:
            found = _states(connection.execute(statement))
        if len(found) < 2 or dict(found[-1].heads) != dict(heads):
            return None
        return found[-2], found[-1]


_JOINED = rounds.join(visits, visits.c.round_id == rounds.c.round_id)


def _add(connection: Connection, made: Round) -> Round:
    """Store a round, and return it with its number; one that began when another did is moved a second on."""
    # Not behind the newest: that one may have been made while the clock was wrong, and would move all others on.
    taken = select(rounds.c.started).where(rounds.c.started >= made.started).order_by(rounds.c.started)
    started = made.started
    for other in connection.execute(taken).scalars():
        if other > started:
            break
        started += 1
    return _store(connection, replace(made, started=started, finished=max(made.finished, started)))


def _store(connection: Connection, made: Round) -> Round:
    """Store a round under its number, or the next one; return it as it is stored: with tags only where they changed."""
    values = {"title": clean(made.title), "started": made.started, "finished": made.finished}
    mine = {"round_id": made.number} if made.number else {}
    statement = rounds.insert().values(**values, **mine, taken_over=made.taken_over).returning(rounds.c.round_id)
    number: int = connection.execute(statement).scalar_one()
    stored = []
    for ordinal, visit in enumerate(made.visits):
        row = _values(connection, number, ordinal, visit)
        connection.execute(visits.insert().values(row))
        stored.append(visit if row["tags"] is not None else replace(visit, tags=None))
    return replace(made, number=number, visits=tuple(stored))


def _values(connection: Connection, number: int, ordinal: int, visit: Visit) -> dict[str, object]:
    tags = None if visit.tags is None else json.dumps([clean(tag) for tag in visit.tags])
    figures = json.dumps(dict(visit.figures), sort_keys=True) if visit.figures else None
    return {
        "round_id": number,
        "ordinal": ordinal,
        "name": clean(visit.name),
        "location": clean(visit.location),
        "outcome": visit.outcome,
        "branch": clean(visit.branch),
        "head": bytes.fromhex(visit.head) or None,
        "head_time": visit.head_time,
        "new_commits": visit.new_commits,
        "detail": clean(visit.detail),
        "notes": json.dumps([clean(note) for note in visit.notes]),
        "tags": None if tags == _before(connection, visit.location, visits.c.tags) else tags,
        "figures": None if figures == _before(connection, visit.location, visits.c.figures) else figures,
    }


def _before(connection: Connection, location: str, column: Column[Any], until: int | None = None) -> str | None:
    """Return the newest text of a column that was written for a repository, up to a round if one is given."""
    statement = select(column).where(visits.c.location == location, column.is_not(None))
    if until is not None:
        statement = statement.where(visits.c.round_id <= until)
    found: str | None = connection.execute(statement.order_by(visits.c.round_id.desc()).limit(1)).scalar_one_or_none()
    return found


def _listed(connection: Connection, limit: int) -> list[Round]:
    statement = select(rounds).order_by(rounds.c.round_id.desc()).limit(limit)
    found = connection.execute(statement).all()
    if not found:
        return []
    statement = select(visits).where(visits.c.round_id.between(found[-1].round_id, found[0].round_id))
    of_round: dict[int, list[Visit]] = {}
    figures: dict[str, str | None] = {}
    for row in connection.execute(statement.order_by(visits.c.round_id, visits.c.ordinal)):
        if row.location not in figures:
            figures[row.location] = _before(connection, row.location, visits.c.figures, row.round_id)
        figures[row.location] = row.figures or figures[row.location]
        of_round.setdefault(row.round_id, []).append(_visit(row, figures[row.location]))
    return [
        Round(one.round_id, one.title, one.started, one.finished, tuple(of_round.get(one.round_id, ())), one.taken_over)
        for one in found
    ]


def _visit(row: Row[Any], figures: str | None) -> Visit:
    head = row.head.hex() if row.head else ""
    known = json.loads(figures) if figures and head else {}
    notes = tuple(json.loads(row.notes))
    return Visit(
        row.name, row.location, row.outcome, row.branch, head, row.head_time, row.new_commits, row.detail, notes, None,
        known,
    )  # fmt: skip


def _states(rows: Iterable[Sequence[Any]]) -> list[State]:
    """Return the last two states that the rounds found, one after the other; rows are in the order of rounds."""
    states: list[State] = []
    heads: dict[str, str] = {}
    begun, now = 0, 0

    def close() -> None:
        if not heads:
            return
        if states and states[-1].heads == heads:
            states[-1] = replace(states[-1], until=begun, last=now)
        else:
            states.append(State(begun, begun, now, now, dict(heads)))
            del states[:-2]

    for number, started, location, head in rows:
        if number != begun:
            close()
            begun, now = number, started
        heads[location] = head.hex()
    close()
    return states
