"""From tables of values to one Comparison of plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

import numpy as np
import pandas as pd

from analyzer.compare.ask import Ask, Asks
from analyzer.compare.asked import SUBJECTS
from analyzer.compare.findings import findings
from analyzer.compare.judged import Judged
from analyzer.compare.places import places
from analyzer.model.comparison import Cell, Column, Comparison, Row, Series
from analyzer.model.definition import Definition
from analyzer.model.metric import Metric
from analyzer.model.numbers import Number
from analyzer.model.uncounted import NotCounted
from analyzer.model.window import parse_window

LANGUAGES_SHOWN = 8
"""A chart has room and colours for so many; the rest is summed up."""
OTHER = "Other"

Tables = Mapping[tuple[str, str], pd.DataFrame]
_WORDS = ("value", "label", "note")
_HISTORY = frozenset({"commits", "changes", "trailers"})
_OF_COMMITS = frozenset({"changes", "trailers"})
"""Tables that no figure of the tree alone needs."""
_BESIDE = frozenset({"paths", "mailmap"})
"""Tables that say what commits are about, or who somebody is."""
_IN_PART = "The history is incomplete: all of it may say something else."


def build(
    title: str,
    columns: Sequence[Column],
    end: int,
    measured: Tables,
    series: Tables,
    definition: Definition,
    metrics: Mapping[str, Metric],
    troubles: Sequence[NotCounted] = (),
    version: str = "",
    judged: Judged | None = None,
    subjects: Sequence[Asks] = SUBJECTS,
    spotted: Tables | None = None,
) -> Comparison:
    """Set the measured values side by side.

    `measured` is (repository, slug of a row of `subjects`) -> one row; `series` is (repository, slug of a chart)
    -> one row for each month or commit; `spotted` is what `places` takes. What is missing becomes a cell without a
    value, or no series.
    """
    comparison = Comparison(
        title=title,
        columns=tuple(columns),
        end=end,
        rows=tuple(
            _row(ask, columns, measured, definition, metrics[ask.metric]) for asks in subjects for ask in asks.rows
        ),
        series={chart.slug: tuple(_lines(chart, columns, series)) for asks in subjects for chart in asks.charts},
        places=places(columns, spotted or {}),
        troubles=tuple(troubles),
        version=version,
        **{field.name: getattr(judged, field.name) for field in fields(judged)} if judged else {},
    )
    return replace(comparison, findings=findings(comparison))


def _row(ask: Ask, columns: Sequence[Column], measured: Tables, definition: Definition, metric: Metric) -> Row:
    # Folding may find that two people are one, once it knows more of their commits.
    grows = metric.grows and ask.identity != "folded"
    needs = set(metric.needs)
    of_commits = metric.windowed or bool(_OF_COMMITS & needs) or _HISTORY.issuperset(needs - _BESIDE)
    in_part = bool(needs) and of_commits and not grows
    return Row(
        slug=ask.slug,
        group=ask.group,
        title=ask.title,
        unit=metric.unit,
        cells=tuple(
            _cell(
                measured.get((column.name, ask.slug)),
                _IN_PART if column.floor and in_part else "",
                floor=column.floor and grows,
            )
            for column in columns
        ),
        metric=ask.metric,
        window=parse_window(ask.window).name,
        definition=definition.name if ask.definition else "",
        summary=metric.summary,
        explanation=metric.chapter("How it is counted"),
    )


def _cell(table: pd.DataFrame | None, note: str, *, floor: bool) -> Cell:
    if table is None or table.empty:
        return Cell(None)
    row = table.iloc[0].to_dict()
    parts = {str(name): _number(part) for name, part in row.items() if name not in _WORDS}
    value = row["value"]
    known = value if isinstance(value, str) else _number(value)
    notes = [text for text in (row.get("note", ""), note if known is not None else "") if text]
    return Cell(
        value=known,
        parts={name: part for name, part in parts.items() if part is not None},
        # What a peer would call it is said of the whole.
        label="" if floor and known is not None else row.get("label", ""),
        note=" ".join(notes),
        floor=floor and known is not None,
    )


def _number(value: object) -> Number | None:
    """Return a plain number; a whole one as int, None for NaN and None."""
    if value is None or not isinstance(value, int | float | np.integer | np.floating) or value != value:
        return None
    return int(value) if float(value).is_integer() else float(value)


def _lines(chart: Ask, columns: Sequence[Column], series: Tables) -> list[Series]:
    lines: list[Series] = []
    for column in columns:
        table = series.get((column.name, chart.slug))
        if table is None or table.empty:
            continue
        shown = chart.cut(table)
        if chart.split == "language":
            lines.extend(_by_language(column.name, shown))
        elif chart.split is not None:
            groups = dict.fromkeys(shown[chart.split])
            lines.extend(_line(column.name, shown[shown[chart.split] == group], str(group)) for group in groups)
        else:
            lines.append(_line(column.name, shown))
    return lines


def _line(repository: str, table: pd.DataFrame, group: str = "") -> Series:
    """Return one line; what cannot be told at a time is no point of it."""
    told = table[table["value"].notna()]
    times = tuple(told["time"].tolist()) if "time" in told else _month_starts(told["month"])
    shas = tuple(told["sha"].tolist()) if "sha" in told else ()
    return Series(repository, times, tuple(told["value"].tolist()), group, shas)


def _by_language(repository: str, table: pd.DataFrame) -> list[Series]:
    """Return a series for each of the largest languages, by lines at the end, then at their most, and for the rest."""
    wide = table.pivot_table(index="month", columns="language", values="value", sort=True)
    ranks = pd.DataFrame({"end": wide.iloc[-1], "most": wide.max(), "name": wide.columns})
    ranked = list(ranks.sort_values(["end", "most", "name"], ascending=[False, False, True])["name"])
    shown, rest = ranked[:LANGUAGES_SHOWN], ranked[LANGUAGES_SHOWN:]
    times = _month_starts(wide.index.to_series())
    lines = [Series(repository, times, _whole(wide[name]), group=str(name)) for name in shown]
    if rest:
        lines.append(Series(repository, times, _whole(wide[rest].sum(axis="columns")), group=OTHER))
    return lines


def _whole(values: pd.Series[float]) -> tuple[int, ...]:
    return tuple(values.astype("int64").tolist())


def _month_starts(months: pd.Series[str]) -> tuple[int, ...]:
    starts = months.to_numpy(dtype=str).astype("datetime64[M]").astype("datetime64[s]")
    return tuple(starts.astype(np.int64).tolist())
