"""Which part of a repository a file belongs to."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """The part of a repository that a path lies in; each path is in exactly one."""

    SOURCE = "source"
    TESTS = "tests"
    DOCUMENTATION = "documentation"
    EXAMPLES = "examples"
    VENDORED = "vendored"
    GENERATED = "generated"


OWN = frozenset(scope.value for scope in Scope) - {Scope.VENDORED.value, Scope.GENERATED.value}
"""What the project's people wrote themselves."""


class PathKind:
    """What a path alone tells."""

    __slots__ = ("language", "scope")

    def __init__(self, language: str, scope: Scope) -> None:
        self.language = language
        """Language that the name implies; empty where only content can tell, "-" where it is no language at all."""
        self.scope = scope
