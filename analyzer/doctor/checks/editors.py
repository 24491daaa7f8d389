"""Whether the schema that the configuration names to editors is that of this version."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from analyzer.config import published
from analyzer.config.toml import LONGEST
from analyzer.doctor.check import Check, Finding, Surroundings, good, warning
from analyzer.plain_file import contents
from analyzer.stages import measurement

USUAL = "diptych.toml"
# Only what is safe to print and to give to a shell: the file may be a stranger's.
_NAMED = re.compile(r"#:schema +([\w./-]+)\s*$", re.ASCII)


def _look(around: Surroundings) -> Iterator[Finding]:
    try:
        text = contents(around.workspace.root / USUAL, LONGEST)
    except (OSError, ValueError):
        return
    named = _NAMED.match(text.partition(b"\n")[0].decode("utf-8", "replace"))
    # An address is for the editor to ask, and a line that is not there is no mistake.
    if named is None:
        return
    place = around.workspace.root / named[1]
    written = _read(place)
    if written == published.schema(measurement.metrics(), measurement.definitions()):
        yield good(f"{place.name} is the schema of this version")
        return
    wrong = "cannot be read" if written is None else "is of another version"
    advice = f"editors complete and check by it; write it anew: diptych config schema > {named[1]}"
    if not place.parent.is_dir():
        advice = (
            f"write it, diptych config schema > {published.FILE}, and begin the file with #:schema ./{published.FILE}"
        )
    yield warning(f"{named[1]}, which the first line names, {wrong}", advice)


def _read(place: Path) -> object:
    try:
        found: object = json.loads(contents(place, LONGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return found


CHECK = Check(__name__, "Editors", 35, _look)
