"""What `diptych why` does: ask the pipeline, print sentences and tables, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.model import ratio_words, wording
from analyzer.model.ratio_change import COMMIT, SPLITS, RatioChange, RatioEnd, RatioPart

_SHORT_HASH = 10
_SUBJECT = 72


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about the change of one metric."""

    metric: str
    start: str
    end: str | None
    definition: str | None
    scopes: frozenset[str] | None
    by: str | None
    """One of `SPLITS`, or None for all."""
    top: int | None
    """How many parts to list; None for all."""


def explain(options: Globals, asked: Asked, repositories: Sequence[str], config: Path | None, as_json: bool) -> None:
    """Print the answer; raises UnknownName, BadMoment and ConfigError for questions that have none."""
    wanted = choose(options.root, config, repositories)
    with options.session(wanted) as session:
        changes = pipeline.why(
            session,
            wanted.repositories,
            asked.metric,
            base=wanted.base,
            start=asked.start,
            end=asked.end or wanted.as_of,
            definition=asked.definition or wanted.definition,
            scopes=asked.scopes,
            top=asked.top,
        )
    splits = SPLITS if asked.by is None else (asked.by,)
    if as_json:
        click.echo(dumps([as_row(change, splits) for change in changes]))
        return
    for number, change in enumerate(changes):
        if number:
            click.echo()
        show(change, splits)


def show(change: RatioChange, splits: Sequence[str]) -> None:
    """Print the sentence, the counts and a table for each split."""
    click.echo(clean(ratio_words.sentence(change)))
    click.echo(clean(ratio_words.counts(change)))
    for by in splits:
        if change.splits[by].parts or change.splits[by].rest:
            click.echo()
            sheet(change, by).show()


def sheet(change: RatioChange, by: str) -> Sheet:
    """Return the table of one split: the parts, the rest, and the whole that they sum to."""
    split = change.splits[by]
    rows = ratio_words.listed(split)
    points = ratio_words.figures(split, change.points)
    names = [_name(part, by) for part in split.parts]
    if split.rest is not None:
        names.append(_first(f"the rest ({wording.plural(split.others, by)})", by))
    cells = [
        (shown, ratio_words.signed_count(row.numerator), ratio_words.signed_count(row.denominator), *name)
        for shown, row, name in zip(points, rows, names, strict=True)
    ]
    above = change.end.numerator - change.start.numerator
    below = change.end.denominator - change.start.denominator
    lines = (ratio_words.signed_count(above), ratio_words.signed_count(below))
    cells.append((ratio_words.signed(change.points), *lines, *_first("the whole", by)))
    columns = ("commit", "date", "subject") if by == COMMIT else (by,)
    head = ("points", change.above, change.below, *columns)
    return Sheet(head, tuple(cells), (True, True, True, *(False for _ in columns)))


def as_row(change: RatioChange, splits: Sequence[str]) -> dict[str, object]:
    """Return what scripts read: both ends, the change in points, and all parts of each split."""
    return {
        "repository": change.repository,
        "metric": change.metric,
        "definition": change.definition,
        "from": _end(change.start),
        "to": _end(change.end),
        "change_points": change.points,
        "numerator": change.above,
        "denominator": change.below,
        "by": {by: [_part(part, by) for part in ratio_words.listed(change.splits[by])] for by in splits},
    }


def _end(end: RatioEnd) -> dict[str, object]:
    date = wording.moment(end.time).date().isoformat()
    sides = {"numerator": end.numerator, "denominator": end.denominator}
    return {"commit": end.sha, "date": date, "value": end.value, **sides}


def _part(part: RatioPart, by: str) -> dict[str, object]:
    row: dict[str, object] = {"name": part.name, "points": part.points}
    row |= {"numerator": part.numerator, "denominator": part.denominator}
    if by == COMMIT:
        row["date"] = None if part.time is None else wording.moment(part.time).date().isoformat()
        row["subject"] = part.title
    return row


def _name(part: RatioPart, by: str) -> tuple[str, ...]:
    if by != COMMIT:
        return (part.name,)
    date = "" if part.time is None else wording.moment(part.time).date().isoformat()
    subject = part.title if len(part.title) <= _SUBJECT else f"{part.title[: _SUBJECT - 1]}…"
    return (part.name[:_SHORT_HASH], date, subject)


def _first(text: str, by: str) -> tuple[str, ...]:
    return ("", "", text) if by == COMMIT else (text,)
