"""Python source -> its public definitions, and which of them have a docstring.

What is public is said by PEP 8: a name without a leading underscore, in a class without one, and so on upwards. Of
these pydocstyle (https://www.pydocstyle.org) leaves out what is defined within a function, since nobody can reach it
from outside, and a property's setter and deleter, since its getter speaks for them; magic methods, `__init__` among
them, have a leading underscore and rules of their own there (D105, D107). What `typing.overload` decorates is a
signature only. A docstring of white space is none, as interrogate (https://interrogate.readthedocs.io) has it.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator

from analyzer.count.python_syntax import parsed
from analyzer.model.content import BlobFacts
from analyzer.model.docstrings import Docstrings
from analyzer.model.uncounted import Reason

DOCSTRINGS_VERSION = f"docstrings 1, Python {sys.version_info.major}.{sys.version_info.minor}"
"""Part of the key under which counts are kept. Python is in it: each version parses another language."""
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Documentable = ast.Module | ast.ClassDef | _Function


def count_docstrings(blob: str, data: bytes | None) -> BlobFacts:
    """Return the row of one content, None for one that git could not give; never raises, whatever it holds."""
    read = parsed(data)
    if isinstance(read, Reason):
        return BlobFacts(blob, read.value, Docstrings())
    return BlobFacts(blob, "", _counted(read.module))


def _counted(module: ast.Module) -> Docstrings:
    counts: Counter[str] = Counter()
    for kind, node in _public(module):
        counts[kind] += 1
        counts[f"{kind}_documented"] += _documented(node)
    return Docstrings(**counts)


def _public(module: ast.Module) -> Iterator[tuple[str, _Documentable]]:
    """Yield the public definitions with their kinds, in no particular order."""
    yield "modules", module
    # Not a recursion: conditions may be nested as deep as the parser goes.
    waiting: list[tuple[ast.AST, str]] = [(module, "functions")]
    while waiting:
        outer, kind = waiting.pop()
        for node in ast.iter_child_nodes(outer):
            if isinstance(node, ast.ClassDef):
                if not node.name.startswith("_"):
                    yield "classes", node
                    waiting.append((node, "methods"))
            elif isinstance(node, _Function):
                if not node.name.startswith("_") and not any(map(_speaks_for_another, node.decorator_list)):
                    yield kind, node
            elif isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
                waiting.append((node, kind))


def _speaks_for_another(decorator: ast.expr) -> bool:
    if isinstance(decorator, ast.Attribute):
        return decorator.attr in {"setter", "deleter", "overload"}
    return isinstance(decorator, ast.Name) and decorator.id == "overload"


def _documented(node: _Documentable) -> bool:
    text = ast.get_docstring(node, clean=False)
    return text is not None and not text.isspace() and text != ""
