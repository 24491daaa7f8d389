"""Two moments of each repository or project -> why the comment ratio changed from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.errors import BadMoment, ConfigError, UnknownName
from analyzer.stages import measurement
from analyzer.stages.explaining import EARLIER_NEEDS, LATER_NEEDS, explain

if TYPE_CHECKING:
    from analyzer.model.definition import Definition
    from analyzer.model.ratio_change import RatioChange
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store

EXPLAINED = ("comment_ratio",)
"""The metrics whose change can be split."""


def check(metric: str) -> None:
    """Raise UnknownName for what is no metric, ConfigError for one whose change cannot be split."""
    known = measurement.metrics()
    if metric not in known:
        raise UnknownName("metric", metric, known)
    if metric not in EXPLAINED:
        raise ConfigError(f"why {metric} changed cannot be told", hint=f"it can be for: {', '.join(EXPLAINED)}")


def changes(
    store: Store,
    starts: Sequence[Site],
    ends: Sequence[Site],
    definition: Definition,
    scopes: frozenset[str] | None,
    top: int | None,
) -> list[RatioChange]:
    """Return the change of each repository and project that has both moments, in the order of `ends`.

    Raises BadMoment if there is no such repository, or one has no ratio at one of them.
    """
    named = {site.name: site for site in starts}
    found = []
    for end in ends:
        start = named.get(end.name)
        if start is None:
            continue
        forward = start.moment.position <= end.moment.position
        first, last = (EARLIER_NEEDS, LATER_NEEDS) if forward else (LATER_NEEDS, EARLIER_NEEDS)
        before, after = start.facts(store, first), end.facts(store, last)
        found.append(explain(before, after, definition, scopes=scopes, top=top))
    if not found:
        labels = " and ".join(repr(sites[0].moment.label) for sites in (starts, ends))
        raise BadMoment(f"no repository has both {labels}", hint="give dates, or tags and commits of one repository")
    return found
