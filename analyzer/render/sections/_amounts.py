"""Values of repositories in a caption: all of them while they are few, else the least and the most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analyzer.model import wording

_FEW = 4


def amounts(pairs: Sequence[tuple[str, float]], text: Callable[[float], str]) -> str:
    """Return "flask 89 and django 1,009", or "from 12 (a) to 5,579 (b)" for more than four repositories."""
    if len(pairs) <= _FEW:
        return wording.listed([f"{name} {text(value)}" for name, value in pairs])
    (least, low), (most, high) = (pick(pairs, key=lambda pair: pair[1]) for pick in (min, max))
    return f"from {text(low)} ({least}) to {text(high)} ({most})"
