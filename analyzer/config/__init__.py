"""What the user asks for: `diptych.toml`, or the words of a command line, as one checked value.

Locations stay text here: whether one is a URL, `owner/name` or a path is for `acquire` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.config import naming, toml
from analyzer.config.places import expanded, within
from analyzer.errors import ConfigError
from analyzer.model.claim import Claim
from analyzer.model.layout import Layout
from analyzer.model.people import People
from analyzer.model.project import Project, heads
from analyzer.model.quality import Quality
from analyzer.model.repository import RepositorySpec
from analyzer.model.schedule import Schedule
from analyzer.model.since import Alert
from analyzer.model.wording import listed

if TYPE_CHECKING:
    from analyzer.config.schema import ReportTable

DEFINITION = "openhub"
"""The definition of comment that figures follow unless told otherwise."""

_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Configuration:
    """One comparison as the user wants it."""

    title: str
    repositories: tuple[RepositorySpec, ...]
    base: Path
    """The folder that relative paths are relative to."""
    output: Path | None = None
    """Where the report goes; None for the workspace's usual place."""
    as_of: str | None = None
    jobs: int | None = None
    definition: str = DEFINITION
    claims: tuple[Claim, ...] = ()
    quality: Quality = field(default_factory=Quality)
    """Which parts of the code's quality are read."""
    people: People = field(default_factory=People)
    """Who is one person, and what is a program."""
    alerts: tuple[Alert, ...] = ()
    schedule: Schedule | None = None
    """When refreshes are wanted; None if nobody said."""
    projects: tuple[Project, ...] = ()
    """Repositories that are one column together, and none of their own."""
    layout: Layout = field(default_factory=Layout)
    """What the report looks like, and what becomes of earlier ones."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the columns: a project stands where the first of its repositories stands."""
        return heads([spec.name for spec in self.repositories], self.projects)

    @property
    def report_name(self) -> str:
        """A file name for the report, made from the heads of its columns."""
        names = [re.sub(r"\W+", "-", name).strip("-") for name in self.columns]
        if len(names) > _NAMES_SHOWN:
            names = [*names[: _NAMES_SHOWN - 1], f"{len(names) - _NAMES_SHOWN + 1}-more"]
        return f"{'-vs-'.join(name[:40] for name in names)}.html"


def load(path: Path) -> Configuration:
    """Read a configuration file.

    Raises ConfigError with file, line and key; all problems are told, the first in the message, the rest in the hint.
    """
    text = toml.read(path)
    content = toml.parse(path, text)
    # Not at the top: pydantic takes longer to import than `diptych --help` may take in all.
    from analyzer.config.alerts import alerts, schedule
    from analyzer.config.claims import claims
    from analyzer.config.people import people
    from analyzer.config.projects import projects
    from analyzer.config.schema import File, check

    written = check(File, content, path, text)
    base = path.resolve().parent
    given = [(one.name, one.url or str(base / expanded(one.path or ""))) for one in written.repository]
    names = naming.names(given, base)
    specs = tuple(
        RepositorySpec(name, location, one.branch, tuple(one.exclude))
        for name, (_, location), one in zip(names, given, written.repository, strict=True)
    )
    joined = projects(written.project, names, path, text)
    columns = heads(names, joined)
    return Configuration(
        title=written.report.title or written.title or listed(columns),
        repositories=specs,
        base=base,
        output=_output(written.output, base, path, text) if written.output else None,
        as_of=written.as_of,
        jobs=written.settings.jobs,
        definition=written.settings.definition or DEFINITION,
        quality=Quality(**written.quality.model_dump()),
        layout=_layout(written.report),
        people=people(written.people, written.person, base, path, text),
        claims=claims(written.claim, columns, path, text),
        projects=joined,
        alerts=alerts(written.alert, columns, names, path, text),
        schedule=schedule(written.schedule, path, text),
    )


def _layout(table: ReportTable) -> Layout:
    sections = None if table.sections is None else tuple(table.sections)
    return Layout(sections, frozenset(table.hidden), table.keep, table.shelf)


def _output(written: str, base: Path, path: Path, text: str) -> Path:
    place = within(base, written)
    if place is None:
        where = f"{path}:{toml.line_of(text, ('output',))}"
        hint = "choose a file below it, or give any other with --output on the command line"
        raise ConfigError(f"{where}: output: {written!r} is not below the folder of the configuration", hint=hint)
    return place


def adhoc(
    locations: Sequence[str], *, base: Path, as_of: str | None = None, definition: str = DEFINITION
) -> Configuration:
    """Return the configuration for locations from a command line, each named after its last part."""
    names = naming.names([(None, location) for location in locations], base)
    specs = tuple(RepositorySpec(name, location) for name, location in zip(names, locations, strict=True))
    return Configuration(listed(names), specs, base, as_of=as_of, definition=definition)
