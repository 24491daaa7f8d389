"""The full histories of Flask and Django read as git reads them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from tests.against_git.checks import CHECKS, Check, trees_at_every_trunk_commit

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_EVERY = {"flask": 200, "django": 3000}

pytestmark = [
    pytest.mark.mirrors,
    pytest.mark.slow,
    pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git"),
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", sorted(_EVERY))
def test_a_real_history_reads_as_git_reads_it(name: str, check: Check) -> None:
    git_dir = Path(_FOLDER) / f"{name}.git"
    if check is trees_at_every_trunk_commit:
        check = partial(trees_at_every_trunk_commit, every=_EVERY[name])
    check(git_dir)
