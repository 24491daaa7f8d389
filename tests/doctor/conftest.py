"""Surroundings in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.config import adhoc
from analyzer.doctor.check import Check, Level, Surroundings
from analyzer.workspace import Workspace

Found = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Return what a check finds, as (level, words, advice), of these locations and this environment."""

    def look(check: Check, *locations: str, environment: dict[str, str] | None = None, **rest: object):
        configuration = adhoc(locations, base=tmp_path) if locations else None
        around = Surroundings(Workspace(tmp_path), environment or {}, configuration, **rest)
        return [(one.level.value, one.words, one.advice) for one in check.look(around)]

    assert Level.GOOD == "ok"
    return look
