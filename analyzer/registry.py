"""Shelves: folders in which each file declares exactly one thing."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol, TypeVar

from analyzer.errors import ShelfError


class Shelved(Protocol):
    """What stands on a shelf knows the module that declares it; its name is the last part of that."""

    @property
    def module(self) -> str:
        """`__name__` of the declaring file."""


Thing = TypeVar("Thing", bound=Shelved)


@cache
def discover(shelf: str, kind: type[Thing]) -> Mapping[str, Thing]:
    """Return the things of `kind` on the package `shelf`, by name, sorted.

    Modules whose name starts with `_` are helpers and hold none. Things that a module only imports
    from another do not count as its own. Raises ShelfError unless each module declares exactly one.
    """
    return MappingProxyType({name: _declared(f"{shelf}.{name}", kind) for name in names(shelf)})


def names(shelf: str) -> list[str]:
    """Return the names of what stands on the package `shelf`, sorted, without loading any of it."""
    package = importlib.import_module(shelf)
    return sorted(item.name for item in pkgutil.iter_modules(package.__path__) if not item.name.startswith("_"))


def _declared(module_name: str, kind: type[Thing]) -> Thing:
    module = importlib.import_module(module_name)
    found = [item for item in vars(module).values() if isinstance(item, kind) and item.module == module_name]
    if len(found) != 1:
        raise ShelfError(f"{module_name} must declare exactly one {kind.__name__}, found {len(found)}")
    return found[0]
