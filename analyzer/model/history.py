"""What outlives a rebuild of the facts: when repositories were refreshed, and what reports said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refresh:
    """One refresh of one repository."""

    location: str
    started: int
    """Seconds since 1970 in UTC."""
    finished: int | None
    """Likewise; None while it runs, and for ever if the process was killed."""
    head_before: str | None
    """The head that was mined before; None if there was none."""
    head_after: str | None
    """The head that is mined now; None if the refresh did not come to its end."""
    new_commits: int | None
    """Commits that were added; None while it runs."""
    outcome: str
    """"ok", else the slug of the error; empty while it runs."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of one repository, as a report said it."""

    made: int
    """When the report was made; seconds since 1970 in UTC."""
    title: str
    """Of the report."""
    location: str
    slug: str
    """Of the comparison's row."""
    sha: str
    """The commit that the figure was taken at."""
    value: int | float | str | None
