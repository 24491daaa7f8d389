"""Commits and tags as git records them: nothing folded, nothing corrected."""

from __future__ import annotations

from typing import NamedTuple

# NamedTuples, not dataclasses: rows cross from workers to the writer by the hundred thousand, and pickle
# copies a tuple several times faster.


class Signature(NamedTuple):
    """Who and when, raw. Text is decoded by the commit's encoding, else UTF-8, else Latin-1."""

    name: str
    email: str
    time: int
    """Seconds since 1970 in UTC; negative before."""
    offset: int
    """The person's own offset from UTC, in minutes."""


class Commit(NamedTuple):
    """One commit."""

    sha: str
    author: Signature
    committer: Signature
    parents: tuple[str, ...]
    position: int | None
    """Place on the trunk, the first-parent line from the head: 0 is its oldest commit; None off the trunk."""
    subject: str
    trailers: tuple[tuple[str, str], ...]
    """(key, value) pairs of the message's last paragraph, as `git interpret-trailers --parse` finds them."""
    vulnerabilities: tuple[str, ...] = ()
    """The CVE numbers that the whole message names (mine/vulnerabilities.py)."""


class Tag(NamedTuple):
    """A tag that (after peeling) points to a commit."""

    name: str
    sha: str
    """The commit."""
    time: int
    """The tagger's time, or the commit's for a lightweight tag; seconds since 1970 in UTC."""
