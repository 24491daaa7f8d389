"""The command line: parse, call, print."""

from __future__ import annotations

import sys

from analyzer.cli.boundary import guarded
from analyzer.interrupts import never_lose


def main() -> None:
    """Run `diptych` with the words of the command line, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character must not stop a report.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    never_lose()
    sys.exit(guarded(sys.argv[1:]))
