"""Looks at the machine, the network and the workspace, and says what to do before a run fails."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer import registry
from analyzer.doctor.check import Check, Finding, Surroundings

SHELF = "analyzer.doctor.checks"


def examine(around: Surroundings) -> Iterator[tuple[Check, Finding]]:
    """Yield what each check of the shelf finds, in their order; nothing is changed by it."""
    for check in sorted(registry.discover(SHELF, Check).values(), key=lambda one: one.order):
        for finding in check.look(around):
            yield check, finding
