"""The rows of Open Hub's compare page, those beside them, and the charts of activity, people, size and comments."""

from __future__ import annotations

from analyzer.compare.ask import Ask, Asks

OURS = "Beyond Open Hub"
"""The group of rows that Open Hub's compare page does not have."""


def _windowed(window: str, group: str, past: str) -> tuple[Ask, ...]:
    return (
        Ask(f"contributors-{window}", group, f"Contributors ({past})", "contributors", window),
        Ask(f"commits-{window}", group, f"Commits ({past})", "commits", window),
        Ask(f"files-modified-{window}", group, f"Files modified ({past})", "files_modified", window),
        Ask(f"lines-added-{window}", group, f"Lines added ({past})", "lines_added", window),
        Ask(f"lines-removed-{window}", group, f"Lines removed ({past})", "lines_removed", window),
    )


_ROWS = (
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

_CHARTS = (
    Ask("commits", "", "Commits per month", "commits", by="month"),
    Ask("contributors", "", "Contributors per month", "contributors", by="month"),
    Ask("languages", "", "Lines of code by language", "languages", by="month", definition=True, split="language"),
    Ask("comment_ratio", "", "Comment ratio at every commit", "comment_ratio", by="commit", definition=True),
)

ASKED = Asks(__name__, order=10, rows=_ROWS, charts=_CHARTS)
