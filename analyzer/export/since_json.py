"""What changed since the last refresh, as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analyzer.export.known import known_fields
from analyzer.model.headlines import Figure
from analyzer.model.ratio_change import RatioPart
from analyzer.model.since import Alarm, Alert, Change, Moved, Since

Plain = dict[str, Any]


def plain(since: Since | None, alarms: Sequence[Alarm]) -> str:
    """Return both as one JSON text with the keys that a comparison has for them."""
    known = {"since": asdict(since) if since else None, "alarms": [asdict(alarm) for alarm in alarms]}
    return json.dumps(known, sort_keys=True)


def since_from(known: Plain) -> Since | None:
    """Return what changed from what JSON has under `since`; None if nothing was told."""
    found = known.get("since")
    if not found:
        return None
    return Since(**{**known_fields(Since, found), "changes": tuple(_change(one) for one in found["changes"])})


def alarms_from(known: Plain) -> tuple[Alarm, ...]:
    """Return the alerts and what they met from what JSON has under `alarms`."""
    return tuple(
        Alarm(**{**known_fields(Alarm, one), "alert": Alert(**known_fields(Alert, one["alert"]))})
        for one in known.get("alarms", ())
    )


def _change(found: Plain) -> Change:
    made = {
        **found,
        "figures": tuple(Moved(Figure(**known_fields(Figure, one["now"])), one["then"]) for one in found["figures"]),
        "movers": tuple(RatioPart(**known_fields(RatioPart, one)) for one in found["movers"]),
        **{key: tuple(found[key]) for key in ("names", "releases", "notes")},
        "members": tuple(_change(one) for one in found.get("members", ())),
    }
    return Change(**known_fields(Change, made))
