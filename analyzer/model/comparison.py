"""Many repositories set side by side: what reports and exports are made from. Plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.model.claim import Saying, Together, Verdict
from analyzer.model.numbers import Number
from analyzer.model.ranking import Order, Rung
from analyzer.model.ratio_change import RatioChange
from analyzer.model.since import Alarm, Since
from analyzer.model.uncounted import NotCounted


@dataclass(frozen=True, slots=True)
class Member:
    """One of the repositories that a project is made of."""

    name: str
    location: str
    branch: str
    sha: str
    """The commit that the project's figures are taken at."""
    time: int
    """Its committer time; seconds since 1970 in UTC."""


@dataclass(frozen=True, slots=True)
class Column:
    """One repository of the comparison, or several as a project."""

    name: str
    location: str
    """Empty for a project, and so are branch and sha."""
    branch: str
    sha: str
    """The commit that the figures are taken at."""
    time: int
    """Its committer time; seconds since 1970 in UTC."""
    first_commit: int
    """Author time of its first commit; `time` where no commit has a date that can be true."""
    floor: bool = False
    """True if history is incomplete, so that counts are a lower bound ("at least")."""
    members: tuple[Member, ...] = ()
    """Of a project, its repositories that are there at the moment; empty for a repository."""
    note: str = ""
    """What a reader must know before any figure of it, a sentence without its dot; empty if nothing."""

    @property
    def names(self) -> frozenset[str]:
        """Its own name and those of its repositories."""
        return frozenset({self.name, *(one.name for one in self.members)})

    def standing(self) -> tuple[Member, ...]:
        """Return what it was read from: the repositories of a project, or the one that it is."""
        return self.members or (Member(self.name, self.location, self.branch, self.sha, self.time),)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of one repository; `value` is None where it cannot be told."""

    value: Number | str | None
    parts: Mapping[str, Number] = field(default_factory=dict)
    """What it was made of ("comment", "code")."""
    label: str = ""
    """Words that a peer would print instead of the number ("Increasing"); empty if none."""
    note: str = ""
    """One sentence that belongs to this cell only."""
    floor: bool = False
    """Whether there is at least so much: a part of the history is missing, and all of it could only say more."""


@dataclass(frozen=True, slots=True)
class Row:
    """One metric across the repositories, in the order of the columns."""

    slug: str
    """Unique in the comparison; an anchor ("commits-12m")."""
    group: str
    title: str
    unit: str
    """As in Metric."""
    cells: tuple[Cell, ...]
    metric: str
    """Name of the metric."""
    window: str = "all time"
    definition: str = ""
    """Name of the definition of comment, if it has one."""
    summary: str = ""
    """What it is, in a sentence."""
    explanation: str = ""
    """How it is counted, for the reader."""
    plain: str = ""
    """What prints the value in a clone, with git alone and `$C` for the commit; empty if nothing does."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: a repository's (or one group's within it) values over time."""

    repository: str
    times: tuple[int, ...]
    """Seconds since 1970 in UTC; for months, their first second."""
    values: tuple[Number, ...]
    group: str = ""
    """What within the repository ("Python"); empty for the whole."""
    shas: tuple[str, ...] = ()
    """The commits, for series at full resolution."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One part of a repository, such as a folder or file, and a figure of it."""

    repository: str
    name: str
    """Of the part: a scope, folder, path, function or kind; empty for the whole."""
    value: Number | None
    parts: Mapping[str, Number] = field(default_factory=dict)
    """What it was made of, as in Cell."""
    where: str = ""
    """Of a function: path and line ("src/app.py:12"); empty for others."""
    other: str = ""
    """The second part, where the figure is one of two."""
    label: str = ""
    """Words that stand beside the value, as in Cell: of a file, who wrote most of it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How often two repositories, or a folder of each, were worked on at one occasion (compare/crossing.py)."""

    first: str
    """The repository that stands first in the comparison."""
    second: str
    together: int
    """Occasions: days of one author, and issues that subjects of commits name."""
    people: int
    """Different authors who wrote in both at one of them."""
    first_folder: str = ""
    """"." is the top; empty for the whole."""
    second_folder: str = ""
    share: float | None = None
    """Percent of the occasions of the folder that has fewer; None for the whole."""


@dataclass(frozen=True, slots=True)
class AtAge:
    """The repositories at one age, counted from the first commit of each."""

    years: float
    """Of 365.2425 days."""
    times: tuple[int | None, ...]
    """When each repository was of this age, in the order of the columns; None where it is younger, or nobody knows."""
    rows: tuple[Row, ...]
    """Windows end at these times; cells are empty where the time is None."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a report says, before words and pictures."""

    title: str
    columns: tuple[Column, ...]
    end: int
    """When windows end; seconds since 1970 in UTC."""
    rows: tuple[Row, ...]
    series: Mapping[str, tuple[Series, ...]]
    """Chart -> lines: `commits`, `contributors` and `languages` (lines of code) by month, `comment_ratio` by commit."""
    troubles: tuple[NotCounted, ...] = ()
    version: str = ""
    """Of Diptych."""
    findings: tuple[tuple[str, str], ...] = ()
    """Sentences for a reader with one minute, each with the slug of its evidence (a row, or a chart)."""
    changes: tuple[RatioChange, ...] = ()
    """Why comment ratios moved over the last years; repositories where nothing can be told are left out."""

    claims: tuple[Verdict, ...] = ()
    together: tuple[Together, ...] = ()
    """For each pair of claims and each definition, when all of the pair held."""
    sayings: tuple[Saying, ...] = ()
    """The sentences that the claims were made of."""
    ladder: tuple[Rung, ...] = ()
    """The comment ratio under every definition and in every part of `RANKED`."""
    orders: tuple[Order, ...] = ()
    """How each two repositories stand to each other on each rung."""
    turns: tuple[str, ...] = ()
    """Sentences on where the order of the repositories holds and where it turns."""

    places: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    """Parts of the repositories: slug of a place in compare/asks/ -> spots, in reading order."""
    at_age: tuple[AtAge, ...] = ()
    """First at the age of the youngest, then at whole years; empty unless there are two repositories of known age."""

    shared: tuple[Shared, ...] = ()
    """For each two repositories, on how many occasions both were worked on, then their folders, most often first."""

    since: Since | None = None
    """What changed since the last refresh that found another state; None if there was none, or nobody asked."""
    alarms: tuple[Alarm, ...] = ()
    """What became of the configuration's alerts."""

    @property
    def repositories(self) -> tuple[str, ...]:
        """The repositories that were read, by name; those of projects in their place."""
        names = (one.name for column in self.columns for one in (column.members or (column,)))
        return tuple(dict.fromkeys(names))

    def row(self, slug: str) -> Row:
        """Return a row; KeyError if there is none."""
        for row in self.rows:
            if row.slug == slug:
                return row
        raise KeyError(slug)
