"""A pipeline that knows two repositories and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

import analyzer.cli
from analyzer.model.comparison import Cell, Column, Comparison, Row
from analyzer.model.uncounted import NotCounted, Reason

LOADED = tuple(
    f"analyzer.cli.{name}"
    for name in (
        "making",
        "showing",
        "changes",
        "explaining",
        "checking",
        "rankings",
        "rosters",
        "badging",
        "differing",
        "recorded",
        "scheduling",
        "watching",
    )
)
"""What holds on to the pipeline that it was loaded with."""


@dataclass
class Session:
    workspace: object
    jobs: int
    progress: object
    now: int
    quality: object = None
    people: object = None
    clock: object = None


@dataclass
class FakePipeline:
    """Stands where `analyzer.pipeline` stands.

    `broken` names repositories that cannot be read, `stale` those that can as they were, `held` is raised if somebody
    else refreshes the workspace, `late` says whether a first report goes without a slow part.
    """

    asked: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    late: bool = False
    broken: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()
    held: BaseException | None = None
    error: BaseException | None = None
    rows: list[dict[str, object]] = field(default_factory=list)
    changes: list[object] = field(default_factory=list)
    rounds: list[object] = field(default_factory=list)
    rosters: list[object] = field(default_factory=list)
    session: Session | None = None
    Session: type = Session

    def _hear(self, what, session, specs, options):
        self.session = session
        self.asked.append((what, {"names": [spec.name for spec in specs], "specs": list(specs), **options}))
        if self.error is not None:
            raise self.error

    def refresh(self, session, specs, **options):
        self._hear("refresh", session, specs, options)
        session.progress.note("fetching everything")
        failed = tuple(self._failure(spec.name) for spec in specs if spec.name in self.broken)
        read = tuple(SimpleNamespace(stale=one, behind=one) for one in map(self._failure, self.stale))
        return SimpleNamespace(read=read, failed=failed)

    @contextmanager
    def alone(self, session):
        if self.held is not None:
            raise self.held
        yield session

    def compare(self, session, specs, **options):
        self._hear("compare", session, specs, options)
        with_task = session.progress.task("Counting lines", 2)
        with_task.advance()
        with_task.finish()
        there = [spec.name for spec in specs if spec.name not in self.broken]
        return comparison(there, tuple(self._failure(name) for name in {*self.broken, *self.stale}))

    def write_report(self, session, comparison, output, layout=None):
        self.asked.append(("write_report", {"output": output, "layout": layout}))
        return output

    def catch_up(self, session, specs, **options):
        if self.late:
            self._hear("catch_up", session, specs, options)
        return self.late

    def show(self, session, specs, metric, **options):
        self._hear("show", session, specs, {"metric": metric, **options})
        return self.rows

    def people(self, session, specs, **options):
        self._hear("people", session, specs, options)
        return [roster for roster in self.rosters if roster.repository in {spec.name for spec in specs}]

    def why(self, session, specs, metric, **options):
        self._hear("why", session, specs, {"metric": metric, **options})
        return self.changes

    def history(self, workspace, limit):
        return self.rounds[:limit]

    def metrics(self):
        return {
            "comment_ratio": metric("comment_ratio", "Comments", "percent", ("file", "language"), defined=True),
            "commits": metric("commits", "Commits", "commits", ("month",), windowed=True, people=True),
            "licence": metric("licence", "Licence", "label", ()),
        }

    @staticmethod
    def _failure(name):
        return NotCounted(name, Reason.NOT_UPDATED, f"https://example.org/{name}", "the host was not found")


def metric(name, title, unit, by, *, defined=False, windowed=False, people=False, window="all"):
    heeds = ("credit", "merges", "bots") if people else ()
    kind = {"defined": defined, "windowed": windowed, "tells_people": people, "heeds": heeds, "window": window}
    return SimpleNamespace(name=name, title=title, unit=unit, by=by, **kind)


def comparison(names, troubles=()):
    columns = tuple(Column(name, f"https://example.org/{name}", "main", "a" * 40, 1, 0) for name in names)
    cells = tuple(Cell(1234.0) for _ in names)
    rows = (
        Row("commits", "All time", "Commits", "commits", cells, "commits"),
        Row(
            "ratio",
            "Code analysis",
            "Comments",
            "percent",
            tuple(Cell(25.23, label="High") for _ in names),
            "comment_ratio",
        ),
        Row("activity", "General", "Activity", "label", tuple(Cell(None, label="New") for _ in names), "activity"),
        Row("files-12m", "12 months", "Files modified", "files", cells, "files_modified", window="12 months"),
    )
    return Comparison("Title", columns, 1, rows, {}, troubles)


@pytest.fixture
def pipeline(monkeypatch, tmp_path) -> Iterator[FakePipeline]:
    """Put the fake in the real one's place, and the user in an empty folder."""
    import sys

    fake = FakePipeline()
    monkeypatch.setitem(sys.modules, "analyzer.pipeline", fake)
    monkeypatch.setattr(analyzer, "pipeline", fake, raising=False)
    monkeypatch.setattr("analyzer.stages.measurement.metrics", lambda: fake.metrics())
    monkeypatch.setattr("analyzer.stages.reports.history", fake.history)
    for loaded in LOADED:
        monkeypatch.delitem(sys.modules, loaded, raising=False)
        monkeypatch.delattr("analyzer.cli." + loaded.rpartition(".")[2], raising=False)
    monkeypatch.delenv("DIPTYCH_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    yield fake
    for loaded in LOADED:
        # The package holds on to what was loaded from it, too; what was loaded before is put back after this.
        sys.modules.pop(loaded, None)
        vars(analyzer.cli).pop(loaded.rpartition(".")[2], None)
