"""What could not be read: a value that flows to the report's list, never an exception that stops the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a repository, commit or file is not (wholly) in the figures."""

    NOT_UPDATED = "not updated"
    SHALLOW = "shallow history"
    PARTIAL = "partial clone"
    ORIGIN_MISMATCH = "other origin"
    BROKEN_OBJECT = "broken object"
    BINARY = "binary"
    TOO_LARGE = "too large"
    TOO_COSTLY = "too costly"
    UNDECODABLE = "encoding unknown"
    NO_TEXT = "no text, by its name"
    EMPTY = "empty"
    UNKNOWN_LANGUAGE = "unknown language"
    NOT_PARSED = "not parsed"
    TOO_SLOW = "takes too long"
    REWRITTEN = "history rewritten"
    EXCLUDED = "excluded by the configuration"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """One thing that is missing from, or doubtful in, the figures of one repository."""

    repository: str
    reason: Reason
    subject: str
    """What it is about: a path, a hash, or the repository's location."""
    detail: str = ""
    """One plain sentence for the reader; may be empty."""
