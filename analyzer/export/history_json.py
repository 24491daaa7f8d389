"""Rounds of the record of refreshes as JSON: what `diptych history` prints, and other programs follow."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from analyzer.model import wording
from analyzer.model.history import FAILED, OK, STALE, Round, Visit

SCHEMA_VERSION = 1
"""Changed whenever a key is renamed, removed or means something else; added keys leave it."""


def plain_round(made: Round) -> dict[str, object]:
    """Return a round as JSON has it; times are ISO 8601 in UTC."""
    return {
        "schema_version": SCHEMA_VERSION,
        "number": made.number,
        "title": made.title,
        "started": wording.instant(made.started),
        "finished": wording.instant(made.finished),
        "outcome": made.outcome,
        "taken_over": made.taken_over,
        "repositories": [_plain(visit) for visit in made.visits],
    }


def round_of(line: str) -> Round | None:
    """Return the round that a line of JSON tells, as `plain_round` made it; None for one that tells none."""
    try:
        plain = json.loads(line)
        if plain["schema_version"] != SCHEMA_VERSION:
            return None
        started, finished = _seconds(plain["started"]), _seconds(plain["finished"])
        visits = tuple(_visit(one) for one in plain["repositories"])
        return Round(int(plain["number"]), str(plain["title"]), started, finished, visits, bool(plain["taken_over"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _visit(plain: Any) -> Visit:  # noqa: ANN401  # whatever stands in a line
    if plain["outcome"] not in (OK, STALE, FAILED):
        raise ValueError(plain["outcome"])
    head, tags = str(plain["commit"] or ""), plain.get("tags")
    bytes.fromhex(head)
    return Visit(
        name=str(plain["name"]),
        location=str(plain["location"]),
        outcome=plain["outcome"],
        branch=str(plain["branch"] or ""),
        head=head,
        head_time=None if plain["commit_time"] is None else _seconds(plain["commit_time"]),
        new_commits=int(plain["new_commits"]),
        detail=str(plain["detail"] or ""),
        notes=tuple(str(note) for note in plain["notes"]),
        tags=None if tags is None else tuple(str(tag) for tag in tags),
        figures={str(slug): value for slug, value in plain["figures"].items()},
    )


def _seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def _plain(visit: Visit) -> dict[str, object]:
    return {
        "name": visit.name,
        "location": visit.location,
        "outcome": visit.outcome,
        "branch": visit.branch or None,
        "commit": visit.head or None,
        "commit_time": None if visit.head_time is None else wording.instant(visit.head_time),
        "new_commits": visit.new_commits,
        "detail": visit.detail or None,
        "notes": list(visit.notes),
        "tags": None if visit.tags is None else list(visit.tags),
        "figures": dict(visit.figures),
    }
