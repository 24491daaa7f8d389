"""Every odd repository reads as git reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.against_git.checks import CHECKS, Check, people_dates_parents_and_subjects, shortlog
from tests.odd import ODD, odd

# Git's own shortlog prints "%aN <%aE>" and other accidents for author lines that it cannot read; and `log` repeats the
# digits of a time that does not fit 64 bits, where it is 0 here.
_ACCIDENTS = {("script_author", shortlog), ("extreme_dates", people_dates_parents_and_subjects)}
_UNREADABLE = {"empty", "nameless_entry"}
_PAIRS = [
    (name, check) for name in sorted(set(ODD) - _UNREADABLE) for check in CHECKS if (name, check) not in _ACCIDENTS
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("odd")
    return {name: odd(name, folder / name).path for name in ODD}


@pytest.mark.parametrize(("name", "check"), _PAIRS, ids=lambda value: getattr(value, "__name__", value))
def test_an_odd_repository_reads_as_git_reads_it(built: dict[str, Path], name: str, check: Check) -> None:
    check(built[name])
