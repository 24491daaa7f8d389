"""Python source -> how complex its functions are, and how many of their arguments and returns have a type.

One syntax tree serves both. The complexity is Radon's (https://radon.readthedocs.io, `cc_visit_ast`): of functions, and
of methods of classes in no other class or function; what is defined within a function is passed over. What can be
annotated is said by PEP 484 and PEP 3107: every argument but the first of a method (`self`, `cls`), whose type follows
from its class, and one return of each function. Static methods have no such first argument. What `typing.overload`
decorates is left out, or else one function would count several times. Lambdas cannot be annotated; comments with `#
type:` are not read.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version

from radon.visitors import ComplexityVisitor, Function

from analyzer.count.python_syntax import frames, parsed
from analyzer.model.content import BlobFacts
from analyzer.model.syntax import Syntax
from analyzer.model.uncounted import Reason

SYNTAX_VERSION = f"syntax 1, Radon {version('radon')}, Python {sys.version_info.major}.{sys.version_info.minor}"
"""Part of the key under which counts are kept. Python is in it: each version parses another language."""

_FRAMES = 20_000
"""Radon calls three times for each level of a tree, and the parser allows for 3,000 levels."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_BODIES = ("body", "orelse", "finalbody", "handlers", "cases")
"""Fields that hold statements, or what holds statements."""


def count_syntax(blob: str, data: bytes | None) -> BlobFacts:
    """Return the row of one content, None for one that git could not give; never raises, whatever it holds."""
    read = parsed(data)
    if isinstance(read, Reason):
        return BlobFacts(blob, read.value, Syntax())
    complexities = _complexities(read.module)
    return BlobFacts(blob, "", Syntax(len(complexities), sum(complexities), **_signatures(read.module)))


def _complexities(module: ast.Module) -> list[int]:
    with frames(_FRAMES):
        blocks = ComplexityVisitor.from_ast(module).blocks
    return [block.complexity for block in blocks if isinstance(block, Function)]


def _signatures(module: ast.Module) -> Counter[str]:
    counts = Counter(functions=0, returns=0, arguments=0, annotated=0)
    for function, bound in _functions(module):
        arguments = _arguments(function, bound)
        counts["functions"] += 1
        counts["returns"] += function.returns is not None
        counts["arguments"] += len(arguments)
        counts["annotated"] += sum(argument.annotation is not None for argument in arguments)
    return counts


def _functions(module: ast.Module) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, bool]]:
    """Yield every function, in no particular order, and whether its first argument is an instance or a class."""
    # Not a recursion, and only over statements: no expression holds a `def`.
    waiting: list[tuple[ast.AST, bool]] = [(module, False)]
    while waiting:
        outer, in_class = waiting.pop()
        if isinstance(outer, _FUNCTIONS):
            decorators = {_last_name(decorator) for decorator in outer.decorator_list}
            if "overload" not in decorators:
                yield outer, in_class and "staticmethod" not in decorators
            in_class = False
        elif isinstance(outer, ast.ClassDef):
            in_class = True
        for field in _BODIES:
            held = getattr(outer, field, None)
            if isinstance(held, list):
                waiting.extend((node, in_class) for node in held)


def _last_name(decorator: ast.expr) -> str:
    if isinstance(decorator, ast.Attribute):
        return decorator.attr
    return decorator.id if isinstance(decorator, ast.Name) else ""


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef, bound: bool) -> list[ast.arg]:
    said = function.args
    by_place = [*said.posonlyargs, *said.args]
    rest = [argument for argument in (said.vararg, said.kwarg) if argument is not None]
    return [*(by_place[1:] if bound else by_place), *said.kwonlyargs, *rest]
