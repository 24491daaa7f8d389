"""One figure with all that it depends on: its receipt."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.count.languages import CATEGORIES
from analyzer.measure.windows import bounds, whole
from analyzer.model.metric import Options
from analyzer.model.numbers import Number, number
from analyzer.model.receipt import Explained
from analyzer.model.window import parse_window
from analyzer.stages import measurement, preparing
from analyzer.stages.history import incomplete

if TYPE_CHECKING:
    from analyzer.model.frames import Facts
    from analyzer.model.metric import Metric
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store

_TREE = frozenset({"files", "growth", "docstrings", "syntax", "radon", "lizard", "functions", "unique_lines"})
"""Tables of files: what these cannot read is not in the figure."""
_WORDS = ("value", "label", "note")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one metric; called with a place, it yields the answer."""

    metric: Metric
    window: str
    identity: str
    definition: str

    def __call__(self, session: Session, store: Store, place: Place) -> Iterator[Explained]:
        """Read what is missing, and yield the figure with its receipt. Raises ConfigError if it is switched off."""
        preparing.require(session.quality, self.metric.name, self.metric.needs)
        preparing.prepare(session, store, [place], {*self.metric.reads(None), *self.metric.uses}, late=True)
        yield _explained(session, store, place, self)


def _explained(session: Session, store: Store, place: Place, asked: Asked) -> Explained:
    metric = asked.metric
    options = Options(
        definition=measurement.definition(asked.definition),
        window=parse_window(asked.window),
        identity=asked.identity,
        categories=CATEGORIES,
        people=session.people,
    )
    absent = preparing.absent(session, store, place)
    tree = set() if _TREE.isdisjoint(metric.needs) else {"files"}
    known = measurement.facts(store, place, {*metric.reads(None), *preparing.optional(metric.uses, absent), *tree})
    row = metric.measure(known, options).iloc[0].to_dict()
    spec, mirror, moment = place.read.spec, place.read.mirror, place.moment
    spanned = metric.windowed and not whole(options.window)
    after, until = bounds(options.window, moment.end) if spanned else (None, None)
    return Explained(
        metric=metric.name,
        unit=metric.unit,
        repository=spec.name,
        location=mirror.location,
        branch=mirror.branch,
        sha=moment.sha,
        time=moment.time,
        end=moment.end,
        value=row["value"] if isinstance(row["value"], str) else number(row["value"]),
        parts=_parts(row),
        label=row.get("label") or "",
        note=row.get("note") or "",
        window=options.window.name if metric.windowed else "",
        after=after,
        until=until,
        definition=asked.definition if metric.defined else "",
        identity=asked.identity if metric.tells_people else "",
        exclude=spec.exclude if tree else (),
        not_counted=_not_counted(known) if tree else {},
        floor=incomplete(place.read) and metric.grows,
        incomplete=incomplete(place.read),
        command=metric.in_git(moment.sha, moment.end, options),
    )


def _parts(row: Mapping[Hashable, object]) -> dict[str, Number]:
    found = {str(name): number(part) for name, part in row.items() if name not in _WORDS}
    return {name: part for name, part in found.items() if part is not None}


def _not_counted(known: Facts) -> dict[str, int]:
    """Return reason -> number of files, the most frequent first."""
    problems = known["files"]["problem"]
    counts = problems[problems != ""].value_counts()
    return {str(reason): int(count) for reason, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))}
