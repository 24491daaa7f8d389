"""The keys of `[[alert]]` and `[schedule]`."""

from __future__ import annotations

from typing import Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, field_validator, model_validator

from analyzer.config.base import STRICT, Figure, Text, told, window
from analyzer.model.people import IDENTITIES
from analyzer.model.schedule import seconds


class AlertTable(BaseModel):
    """One `[[alert]]`: a threshold for a value, or for its change since the last refresh."""

    model_config = STRICT

    metric: Text
    operator: Literal["=", "<", "<=", ">", ">="]
    value: Figure | None = None
    change: Figure | None = None
    name: Text | None = None
    repository: Text | None = None
    definition: Text | None = None
    window: Text = "all"
    identity: Literal[*tuple(IDENTITIES)] = "openhub"  # type: ignore[valid-type]

    @field_validator("window")
    @classmethod
    def _a_span(cls, span: str) -> str:
        return window(span)

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.value is None) == (self.change is None):
            raise ValueError("needs either value or change, and not both")
        return self


class ScheduleTable(BaseModel):
    """`[schedule]`: when refreshes are wanted."""

    model_config = STRICT

    cron: Text | None = None
    every: Text | None = None
    jitter: Text | None = None
    timezone: Text = "UTC"

    @field_validator("every", "jitter")
    @classmethod
    def _a_time(cls, text: str | None) -> str | None:
        if text is not None:
            told(seconds, text)
        return text

    @field_validator("timezone")
    @classmethod
    def _a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"there is no time zone {name!r}; write it like Europe/Berlin") from error
        return name

    @model_validator(mode="after")
    def _one_rhythm(self) -> Self:
        if (self.cron is None) == (self.every is None):
            raise ValueError("needs either cron or every, and not both")
        return self
