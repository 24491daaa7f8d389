"""Facts -> what repositories are compared by at the same age: a few figures over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.compare.steps import Steps
    from analyzer.model.metric import Metric
    from analyzer.stages.judging import OverTime


def needs(metrics: Mapping[str, Metric]) -> set[str]:
    """Return the tables that these figures read."""
    from analyzer.compare.at_age import GROWN

    return {table for one in GROWN for table in metrics[one.metric].needs}


def grown(values: OverTime, definition: str) -> dict[tuple[str, str], Steps]:
    """Return the figures of one repository over time: (repository, slug)."""
    from analyzer.compare.at_age import GROWN

    return {
        (values.repository, one.slug): values.of(
            one.metric, definition if values.defined(one.metric) else "", "all", window=one.window
        )
        for one in GROWN
    }
