"""What several metrics make of the same facts is made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from analyzer.model.frames import Facts

Rest = ParamSpec("Rest")
Made = TypeVar("Made")


def derived(
    *fields: str,
) -> Callable[[Callable[Concatenate[Facts, Rest], Made]], Callable[Concatenate[Facts, Rest], Made]]:
    """Keep what a function of facts, or of facts and options, returns, with the facts and as long as these.

    `fields` are those of `Options` that it looks at. Whoever calls it must leave what it returns as it is.
    """

    def decorate(function: Callable[Concatenate[Facts, Rest], Made]) -> Callable[Concatenate[Facts, Rest], Made]:
        name = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def once(facts: Facts, /, *rest: Rest.args, **more: Rest.kwargs) -> Made:
            key = (name, *(_hashable(getattr(rest[0], field)) for field in fields), *sorted(more.items()))
            if key not in facts.derived:
                facts.derived[key] = function(facts, *rest, **more)
            found: Made = facts.derived[key]
            return found

        return once

    return decorate


def _hashable(value: object) -> object:
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value
