"""A metric: a pure function from facts to a table of values."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analyzer.errors import MeasureError
from analyzer.model.definition import Definition
from analyzer.model.frames import Facts
from analyzer.model.people import People
from analyzer.model.window import ALL_TIME, PREVIOUS_TWELVE_MONTHS, THIRTY_DAYS, TWELVE_MONTHS, WINDOWS, Window

# Whoever declares a metric imports its windows from here, too.
__all__ = (
    "ALL_TIME",
    "PREVIOUS_TWELVE_MONTHS",
    "THIRTY_DAYS",
    "TWELVE_MONTHS",
    "WINDOWS",
    "Measure",
    "Metric",
    "Options",
    "Plain",
    "Window",
    "metric",
)


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked of a metric; each ignores what it has no use for."""

    definition: Definition
    by: str | None = None
    """One of the metric's `by`, or None for one value."""
    window: Window = ALL_TIME
    identity: str = "raw"
    """How people are told apart: a rule of `IDENTITIES`."""
    scopes: frozenset[str] | None = None
    """Only files of these scopes; None for all."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """Language -> category (logic, markup, build, data, prose); a language that is not in it counts as logic."""
    people: People = field(default_factory=People)
    """What the user says about people and programs."""
    credit: str = "author"
    """Whom a commit counts for: one of `CREDITS`."""
    merges: bool = True
    """Whether merge commits count."""
    bots: str = "with"
    """Whether programs count as people: one of `BOTS`."""


Measure = Callable[[Facts, Options], pd.DataFrame]
Plain = Callable[[str, int, Options], str]
"""From a commit's hash (or `$C`), the end of windows and the options to a command line that prints the same value with
git alone; empty where that cannot be."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric, declared by one file of `measure/metrics/`."""

    module: str
    title: str
    unit: str
    """"commits", "people", "identities", "organisations", "lines", "files", "releases", "CVEs", "percent" (0..100),
    "change" (percent, signed), "dollars", "years", "months", "days", "date" (seconds since 1970 in UTC), "comments",
    "methods", "paths", "label" (text), "complexity" (1 and more), "points" (0..100), "bits"."""
    needs: tuple[str, ...]
    """Tables of `Facts` that it reads, however it is split."""
    by: tuple[str, ...]
    """Ways in which it can be split: some of file, folder, function, pair, language, scope, day, week, month, quarter,
    year, commit, moment, person, kind, rank, comment, organisation, hour, gap, level, release, cohort, age (years),
    share (percent of the people)."""
    defined: bool
    """Whether the definition of comment changes its value."""
    windowed: bool
    """Whether it can be taken over a window."""
    credited: bool
    """Whether it depends on whom commits count for, and on which commits: `credit`, `merges` and `bots`."""
    explanation: str
    """The docstring: first sentence, then `## Why it matters`, `## How it is counted`, `## What can mislead`."""
    function: Measure
    unsplit: tuple[str, ...] = ()
    """Those of `needs` that it reads without a split; empty for all."""
    uses: tuple[str, ...] = ()
    """Tables that it reads where they are there; without them it says less, or NaN."""
    window: str = "all"
    """The key of `WINDOWS` that is taken where none is asked for."""
    plain: Plain | None = None
    """What gives its value with git alone; None if nothing does."""
    grows: bool = False
    """Whether more of the history could only raise it, so that an incomplete one gives "at least" so much."""
    alone: str = ""
    """Why it cannot be told of several repositories together, a sentence; empty where it can."""
    heeds: tuple[str, ...] = ()
    """Of `credit`, `merges` and `bots` those that it depends on; all three where it is `credited`."""

    @property
    def name(self) -> str:
        """What users call it: the name of its file."""
        return self.module.rpartition(".")[2]

    @property
    def tells_people(self) -> bool:
        """Whether the rule that tells people apart changes its value: then it reads mailmaps."""
        return "mailmap" in self.needs

    @property
    def summary(self) -> str:
        """The explanation's first paragraph, on one line."""
        return " ".join(self.explanation.partition("\n\n")[0].split())

    def reads(self, by: str | None) -> tuple[str, ...]:
        """Return those of `needs` that it reads with this split: loading the growth of a trunk takes a second."""
        return self.unsplit if by is None and self.unsplit else self.needs

    def chapter(self, heading: str) -> str:
        """Return the text under a `## heading` of the explanation, on one line; empty if there is none."""
        _, _, after = self.explanation.partition(f"## {heading}\n")
        return " ".join(after.partition("\n## ")[0].split())

    def in_git(self, commit: str, end: int, options: Options) -> str:
        """Return a command line that prints the value in a clone, with git alone; empty where there is none.

        Git knows of no scopes, and of no programs among people.
        """
        usual = options.by is None and options.scopes is None and options.credit == "author" and options.merges
        if self.plain is None or not usual or options.bots != "with":
            return ""
        return self.plain(commit, end, options)

    def measure(self, facts: Facts, options: Options) -> pd.DataFrame:
        """Return the values: the columns of `options.by` first, then `value`, then the parts it was made of.

        One row without `by`. A value that cannot be told is NaN (None for labels), never 0. With `by="month"` the
        first column is `month` ("2020-07", UTC) and months without an event are there with 0 where that is true, and
        so with "day", "week", "quarter" and "year"; `complete` tells whether all of the period is counted;
        with `by="commit"` it is `sha`, then `time` (committer's), and so with `by="moment"`, which has a row for each
        time at which the value changed; with `by="file"` it is `path`, then, where lines are counted, `language`; with
        `by="function"` these two, then `function` and `line`; with `by="pair"` `path` and `other`. A text
        column `label` holds words that stand beside the value, `note` a sentence; neither is a part. Raises
        MeasureError for a `by` that the metric does not have.
        """
        if options.by is not None and options.by not in self.by:
            known = ", ".join(self.by) or "nothing"
            raise MeasureError(f"{self.name} cannot be split by {options.by}", hint=f"it can be split by: {known}")
        return self.function(facts, options)


def metric(
    *,
    title: str,
    unit: str,
    needs: tuple[str, ...],
    by: tuple[str, ...] = (),
    defined: bool = False,
    windowed: bool = False,
    unsplit: tuple[str, ...] = (),
    uses: tuple[str, ...] = (),
    window: str = "all",
    credited: bool = False,
    plain: Plain | None = None,
    grows: bool = False,
    alone: str = "",
    heeds: tuple[str, ...] = (),
) -> Callable[[Measure], Metric]:
    """Turn a function into the metric of its module."""

    def declare(function: Measure) -> Metric:
        return Metric(
            module=function.__module__,
            title=title,
            unit=unit,
            needs=needs,
            by=by,
            defined=defined,
            windowed=windowed,
            credited=credited,
            explanation=inspect.getdoc(function) or "",
            function=function,
            unsplit=unsplit,
            uses=uses,
            window=window,
            plain=plain,
            grows=grows,
            alone=alone,
            heeds=("credit", "merges", "bots") if credited else heeds,
        )

    return declare
