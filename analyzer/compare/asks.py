"""What a comparison asks of each repository: the rows of its table, in order, and its charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.model.definition import Definition
from analyzer.model.metric import WINDOWS, Options
from analyzer.model.scope import Scope

SOURCE = frozenset({Scope.SOURCE.value})
OWN = frozenset(scope.value for scope in Scope) - {Scope.VENDORED.value, Scope.GENERATED.value}
"""What the project's people wrote themselves."""

OURS = "Beside Open Hub"
"""The group of rows that Open Hub's compare page does not have."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One metric, asked in one way."""

    slug: str
    """Unique among the rows, or among the charts; the anchor in the report."""
    group: str
    """Rows: the part of the table. Empty for charts."""
    title: str
    metric: str
    """Name of the metric."""
    window: str = "all"
    """A key of `WINDOWS`."""
    identity: str = "openhub"
    by: str | None = None
    definition: bool = False
    """Whether the definition of comment changes the answer."""
    scopes: frozenset[str] | None = None
    """Only files of these scopes; None for all."""

    def options(self, definition: Definition, categories: Mapping[str, str]) -> Options:
        """Return the options to measure with; `categories` are those of languages."""
        return Options(
            definition=definition,
            by=self.by,
            window=WINDOWS[self.window],
            identity=self.identity,
            scopes=self.scopes,
            categories=categories,
        )


def _windowed(window: str, group: str, past: str) -> tuple[Ask, ...]:
    return (
        Ask(f"contributors-{window}", group, f"Contributors ({past})", "contributors", window),
        Ask(f"commits-{window}", group, f"Commits ({past})", "commits", window),
        Ask(f"files-modified-{window}", group, f"Files modified ({past})", "files_modified", window),
        Ask(f"lines-added-{window}", group, f"Lines added ({past})", "lines_added", window),
        Ask(f"lines-removed-{window}", group, f"Lines removed ({past})", "lines_removed", window),
    )


ASKS: tuple[Ask, ...] = (
    # The rows of Open Hub's compare page that a repository can answer, in its groups and order. Homepage, managers,
    # users and ratings are not in a repository; "data quality" is the date of Open Hub's own last look.
    Ask("activity", "General", "Project activity", "activity"),
    Ask("licence", "General", "Licence", "licence"),
    Ask("cost", "General", "Estimated cost", "cost", definition=True),
    Ask("contributors", "All time", "Contributors (all time)", "contributors"),
    Ask("commits", "All time", "Commits (all time)", "commits"),
    Ask("first-commit", "All time", "Initial commit", "first_commit"),
    Ask("latest-commit", "All time", "Most recent commit", "latest_commit"),
    *_windowed("12m", "12 months", "past 12 months"),
    Ask("commit-trend", "12 months", "Year-over-year commits", "commit_trend"),
    *_windowed("30d", "30 days", "past 30 days"),
    Ask("main-language", "Code analysis", "Mostly written in", "main_language", definition=True),
    Ask("comment-level", "Code analysis", "Comments", "comment_level", definition=True),
    Ask("lines", "Code analysis", "Lines of code", "lines", definition=True),
    Ask("comment-ratio", OURS, "Comment ratio", "comment_ratio", definition=True),
    Ask("docstring-coverage", OURS, "Docstring coverage", "docstring_coverage"),
    Ask("contributors-raw", OURS, "Contributors by name and e-mail (all time)", "contributors", identity="raw"),
    Ask("contributors-raw-12m", OURS, "Contributors by name and e-mail (past 12 months)", "contributors", "12m", "raw"),
    Ask("contributor-trend", OURS, "Year-over-year contributors", "contributor_trend"),
    Ask("team-size", OURS, "Team size", "team_size"),
    Ask("age", OURS, "Age", "age"),
    Ask("files", OURS, "Files", "files"),
)

CHARTS: tuple[Ask, ...] = (
    Ask("commits", "", "Commits per month", "commits", by="month"),
    Ask("contributors", "", "Contributors per month", "contributors", by="month"),
    Ask("languages", "", "Lines of code by language", "languages", by="month", definition=True),
    Ask("comment_ratio", "", "Comment ratio at every commit", "comment_ratio", by="commit", definition=True),
)

PLACES: tuple[Ask, ...] = (
    Ask("comments-by-scope", "", "Comment ratio by scope", "comment_ratio", by="scope", definition=True),
    Ask("comments-by-folder", "", "By folder", "comment_ratio", by="folder", definition=True, scopes=SOURCE),
    Ask("comments-of-files", "", "Of files", "file_comment_ratio", definition=True, scopes=OWN),
    Ask("comments-of-source-files", "", "Of source files", "file_comment_ratio", definition=True, scopes=SOURCE),
    Ask("docstrings-by-kind", "", "Docstring coverage by kind", "docstring_coverage", by="kind"),
    Ask("uncommented", "", "Longest uncommented", "uncommented_code", by="file", definition=True, scopes=OWN),
    Ask("uncommented-source", "", "In source", "uncommented_code", by="file", definition=True, scopes=SOURCE),
    Ask("most-commented", "", "Most commented", "comment_ratio", by="file", definition=True, scopes=OWN),
    Ask("most-commented-source", "", "In source", "comment_ratio", by="file", definition=True, scopes=SOURCE),
)
"""Where within a repository the comments are: see compare/places.py."""
