"""Alerts of the configuration, held against the facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.errors import ConfigError, UnknownName
from analyzer.model.claim import COMPARISONS
from analyzer.model.since import Alarm
from analyzer.registry import names

if TYPE_CHECKING:
    from analyzer.model.definition import Definition
    from analyzer.model.metric import Metric
    from analyzer.model.numbers import Number
    from analyzer.model.quality import Quality
    from analyzer.model.since import Alert
    from analyzer.session import Session
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store


def check_names(alerts: Sequence[Alert], definitions: Iterable[str]) -> None:
    """Raise UnknownName for an alert about a metric or definition that does not exist."""
    metrics, known = names("analyzer.measure.metrics"), list(definitions)
    for alert in alerts:
        if alert.metric not in metrics:
            raise UnknownName("metric", alert.metric, metrics)
        if alert.definition and alert.definition not in known:
            raise UnknownName("definition", alert.definition, known)


def alarm(
    session: Session,
    store: Store,
    alert: Alert,
    now: Mapping[str, Site],
    before: Mapping[str, Site],
    chosen: Definition,
) -> Alarm:
    """Return an alert with what was measured; `now` and `before` are repositories and projects, by name, in two states.

    Raises ConfigError for an alert that could never be raised.
    """
    from analyzer.stages import measurement

    metric = measurement.metrics()[alert.metric]
    _check(alert, metric, session.quality)
    definition = measurement.definition(alert.definition) if alert.definition else chosen
    site, earlier = now.get(alert.repository), before.get(alert.repository)
    measured = None if site is None else _value(session, store, alert, metric, site, definition)
    if alert.changed and measured is not None:
        then = None if earlier is None else _value(session, store, alert, metric, earlier, definition)
        measured = None if then is None else measured - then
    return Alarm(alert, metric.unit, metric.title, measured, measured is not None and raises(alert, measured))


def raises(alert: Alert, measured: Number) -> bool:
    """Say whether a measured value, or change, is one that the alert is about."""
    return (
        measured == alert.value if alert.operator == "=" else bool(COMPARISONS[alert.operator](measured, alert.value))
    )


def _check(alert: Alert, metric: Metric, quality: Quality) -> None:
    from analyzer.stages import preparing

    preparing.require(quality, f"alert {alert.name}: {alert.metric}", metric.needs)
    if alert.window != "all" and not metric.windowed:
        raise ConfigError(f"alert {alert.name}: {alert.metric} has no window", hint="leave window out")
    if metric.unit in ("label", "date"):
        raise ConfigError(f"alert {alert.name}: {alert.metric} is no number", hint="choose a metric that is one")


def _value(
    session: Session, store: Store, alert: Alert, metric: Metric, site: Site, definition: Definition
) -> Number | None:
    from analyzer.count.languages import CATEGORIES
    from analyzer.model.metric import Options
    from analyzer.model.numbers import number
    from analyzer.model.window import parse_window
    from analyzer.stages import preparing

    if site.several and metric.alone:
        return None
    options = Options(
        definition,
        window=parse_window(alert.window),
        identity=alert.identity,
        categories=CATEGORIES,
        people=session.people,
    )
    beyond = preparing.beyond(site.places)
    if not beyond.isdisjoint(metric.reads(None)):
        return None
    preparing.prepare(session, store, site.places, {*metric.reads(None), *metric.uses} - beyond, late=True)
    needs = {*metric.reads(None), *preparing.optional(metric.uses, site.absent(session, store))}
    table = metric.measure(site.facts(store, needs), options)
    return number(table["value"].iloc[0]) if len(table) else None
