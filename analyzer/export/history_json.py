"""Rounds of the record of refreshes as JSON: what `diptych history` prints, and other programs follow."""

from __future__ import annotations

from analyzer.model import wording
from analyzer.model.history import Round, Visit

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
        "figures": dict(visit.figures),
    }
