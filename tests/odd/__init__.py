"""Repositories with one trouble each: each function fills a builder, and the list of functions is the list of troubles.

`ODD` holds them by name; `odd(name, path)` builds one.
"""

from __future__ import annotations

from pathlib import Path

from tests.odd import files, hostile, people, shapes, sources
from tests.odd.troubles import ODD
from tests.repos import RepoBuilder

__all__ = ["ODD", "files", "hostile", "odd", "people", "shapes", "sources"]


def odd(name: str, path: Path) -> RepoBuilder:
    """Build the repository called `name` into `path`."""
    repo = RepoBuilder(path)
    ODD[name](repo)
    repo.build()
    return repo
