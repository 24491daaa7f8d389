"""What a refresh found -> the record of refreshes: a round in the store, and a line of JSON for other programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from analyzer.errors import StoreError
from analyzer.export.history_json import plain_round
from analyzer.fingerprint import code, digest
from analyzer.model.headlines import HEADLINES
from analyzer.model.history import FAILED, OK, STALE, Round, Visit
from analyzer.model.numbers import Number, number

if TYPE_CHECKING:
    from pathlib import Path

    from analyzer.model.definition import Definition
    from analyzer.session import Read, Refreshed, Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store

Figures = Mapping[str, Number | str | None]
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def record(
    session: Session, store: Store, refreshed: Refreshed, found: Sequence[Place], chosen: Definition, title: str
) -> Round:
    """Store the round that has just ended, and return it; `found` are the heads of what could be read."""
    visits = [_visit(session, store, place, chosen, title) for place in found]
    visits += [Visit(one.repository, one.subject, FAILED, detail=one.detail) for one in refreshed.failed]
    made = Round(0, title, session.now, session.ended(), tuple(visits), session.taken_over)
    stored = store.record.add(made)
    append(session.workspace.followed, stored)
    return stored


def _visit(session: Session, store: Store, place: Place, chosen: Definition, title: str) -> Visit:
    read, moment = place.read, place.moment
    return Visit(
        name=read.spec.name,
        location=read.mirror.location,
        outcome=STALE if read.stale else OK,
        branch=read.mirror.branch,
        head=moment.sha,
        head_time=moment.time,
        new_commits=read.new_commits,
        detail=read.stale.detail if read.stale else "",
        notes=(*read.notes, *_elsewhere(session, store, read, title)),
        tags=tuple(sorted(store.tag_names(read.repository))),
        figures=_figures(session, store, place, chosen),
    )


def _elsewhere(session: Session, store: Store, read: Read, title: str) -> Iterator[str]:
    """Tell if the comparison of this title had this repository from another address before, and yield the note."""
    before = store.record.called(title, read.spec.name)
    if before is not None and before != read.mirror.location:
        note = f"{read.spec.name}: it is read from {read.mirror.location} now, it was {before}; the two are kept apart"
        session.progress.note(note)
        yield note


def _figures(session: Session, store: Store, place: Place, chosen: Definition) -> Figures:
    """Return the headline figures of a repository at its moment: as they were kept, or measured now and kept."""
    spec = place.read.spec
    made_by = (code(), asdict(session.people), chosen.name, spec.exclude)
    fingerprint = digest("headlines", made_by, place.read.mirror.location, spec.name, asdict(place.moment))
    kept = store.cached_comparison(fingerprint)
    if kept is not None:
        known: Figures = json.loads(kept)
        return known
    found = measured(session, store, place, chosen)
    store.cache_comparison(fingerprint, json.dumps(found))
    return found


def measured(session: Session, store: Store, place: Place, chosen: Definition) -> dict[str, Number | str | None]:
    """Return the headline figures of a repository at its moment, by slug."""
    # Not at the top: they bring pandas, which takes longer than reading what was kept.
    from analyzer.compare.asked import ASKS
    from analyzer.stages import measurement, preparing

    asks = [ask for ask in ASKS if ask.slug in HEADLINES]
    shelf = measurement.metrics()
    needs = {table for ask in asks for table in shelf[ask.metric].reads(ask.by)}
    preparing.prepare(session, store, [place], needs)
    told = measurement.answers(measurement.facts(store, place, needs), asks, chosen, session.people)
    return {slug: number(told[slug]["value"].iloc[0]) for slug in HEADLINES}


def append(path: Path, made: Round) -> None:
    """Add a round to the file that other programs follow, as one line. Raises StoreError where that cannot be.

    A line that a killed process left unfinished is ended first, so that it spoils no other. A link is not followed: a
    workspace may come with a repository of somebody else.
    """
    line = json.dumps(plain_round(made), sort_keys=True, ensure_ascii=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, _FLAGS, 0o666), "a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else f"\n{line}"
            file.write(line.encode())
    except OSError as error:
        reason = "it is a link" if path.is_symlink() else (error.strerror or str(error)).lower()
        hint = "move it away, and run again: what was read is kept"
        raise StoreError(f"{path} cannot be written: {reason}", hint=hint) from error
