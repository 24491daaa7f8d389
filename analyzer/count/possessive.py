"""Patterns whose repetitions are possessive, also where Python's own are wrong.

In CPython 3.11.0 to 3.11.4 `(?:ab?c)*+` matches what `(?>(?:ab?c)*)` does not (issues 100061 and 106052 of
python/cpython): a text in triple quotes then goes on behind its end, and docstrings become code. Debian 12 has 3.11.2.
There each such repetition is made an ordinary one in an atomic group, as CPython itself once did; that is the same by
definition, and slower.
"""

from __future__ import annotations

import importlib
import re
from typing import Any, AnyStr

SOUND = [found.end() for found in map(re.match, ("(?:ab?c)*+", "(?:(?!C).)++"), ("aca", "ABC")) if found]
"""How far two repetitions match: 2 and 2, unless Python is wrong."""


def compiled(text: AnyStr, flags: int = 0, *, sound: bool = SOUND == [2, 2]) -> re.Pattern[AnyStr]:
    """Return what `re.compile` should."""
    if sound:
        return re.compile(text, flags)
    # No public module has them; only versions of the past come here.
    parser, compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
    tree = parser.parse(text, int(flags))
    _mend(parser, tree)
    pattern: re.Pattern[AnyStr] = compiler.compile(tree, int(flags))
    return pattern


def _mend(parser: Any, tree: Any) -> None:  # noqa: ANN401  (the parts of a parsed pattern have no types)
    for index, (operation, about) in enumerate(tree.data):
        for inner in _within(parser, about):
            _mend(parser, inner)
        if operation is parser.POSSESSIVE_REPEAT:
            repeated = parser.SubPattern(tree.state, [(parser.MAX_REPEAT, about)])
            tree.data[index] = (parser.ATOMIC_GROUP, repeated)


def _within(parser: Any, about: Any) -> list[Any]:  # noqa: ANN401
    """Return the patterns within what a step of a pattern is about, however deep in its tuples and lists."""
    if isinstance(about, parser.SubPattern):
        return [about]
    if isinstance(about, tuple | list):
        return [inner for one in about for inner in _within(parser, one)]
    return []
