"""Figures held against git's: each receipt is run in the mirror."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.compare.ask import Ask, Asks
from analyzer.compare.asked import ASKS
from analyzer.count.languages import CATEGORIES
from analyzer.mine.plain_git import run_plain
from analyzer.model.numbers import Number, number
from analyzer.model.receipt import Audited
from analyzer.stages import preparing
from analyzer.stages.measurement import definition, facts, metrics

if TYPE_CHECKING:
    from analyzer.model.frames import Facts
    from analyzer.model.metric import Metric, Options
    from analyzer.model.people import People
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store

_ALSO = (Ask("contributors-mailmap", "", "Contributors by the mailmap (all time)", "contributors", identity="mailmap"),)
"""Beside the rows of a report."""


def questions(shelf: Mapping[str, Metric]) -> list[Ask]:
    """Return what is asked: the rows of a report whose metrics have a receipt, and those metrics that no row has."""
    rows = [ask for ask in (*ASKS, *_ALSO) if shelf[ask.metric].plain]
    rest = sorted({name for name, metric in shelf.items() if metric.plain} - {ask.metric for ask in rows})
    return [*rows, *(Ask(name, "", shelf[name].title, name, shelf[name].window) for name in rest)]


def audit(session: Session, store: Store, place: Place) -> Iterator[Audited]:
    """Yield every figure that has a receipt, with what git says. Raises what the store raises."""
    shelf = metrics()
    asks = questions(shelf)
    needs = {table for ask in asks for table in shelf[ask.metric].needs}
    preparing.prepare(session, store, [place], needs)
    known = facts(store, place, needs)
    task = session.progress.task(f"Asking git about {place.read.spec.name}", len(asks))
    said: dict[str, tuple[str, str]] = {}
    for ask in asks:
        metric = shelf[ask.metric]
        options = ask.options(definition("openhub"), CATEGORIES, session.people)
        command = metric.in_git(place.moment.sha, place.moment.end, options)
        if command:
            yield _audited(ask, metric, known, options, command, place, said)
        task.advance()
    task.finish()


def _audited(
    ask: Ask,
    metric: Metric,
    known: Facts,
    options: Options,
    command: str,
    place: Place,
    said: dict[str, tuple[str, str]],
) -> Audited:
    value = number(metric.measure(known, options)["value"].iloc[0])
    head = (place.read.spec.name, ask.slug, ask.title, metric.unit, value, command)
    if value is None:
        return Audited(*head)
    if command not in said:
        said[command] = run_plain(place.read.mirror.path, command)
    printed, complaint = said[command]
    git = _parsed(printed)
    problem = "" if git is not None else " ".join(complaint.split()) or "it printed no number"
    return Audited(*head, git, problem)


def _parsed(printed: str) -> Number | None:
    try:
        return number(float(printed.strip()))
    except ValueError:
        return None


def in_clone(subjects: Sequence[Asks], ends: Sequence[int], people: People) -> dict[str, str]:
    """Return slug of a row -> command line with `$C` for the commit, where it is the same for all ends of windows."""
    shelf, chosen = metrics(), definition("openhub")
    found = {}
    for ask in (ask for asks in subjects for ask in asks.rows):
        options = ask.options(chosen, CATEGORIES, people)
        lines = {shelf[ask.metric].in_git("$C", end, options) for end in ends}
        if len(lines) == 1 and "" not in lines:
            found[ask.slug] = lines.pop()
    return found
