"""Whether there is a configuration that can be used."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.doctor.check import Check, Finding, Surroundings, failed, good, warning
from analyzer.model.wording import listed


def _look(around: Surroundings) -> Iterator[Finding]:
    if around.problem is not None:
        yield failed(around.problem.message, around.problem.hint or "see docs/configuration.md")
    elif around.configuration is None:
        yield warning(
            "there is no diptych.toml in the workspace", "write one with diptych init, or use diptych compare"
        )
    else:
        yield good(f"compares {listed([spec.name for spec in around.configuration.repositories])}")


CHECK = Check(__name__, "Configuration", 30, _look)
