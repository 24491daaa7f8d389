"""Public definitions and docstrings against interrogate, with everything ignored that our rule leaves out."""

from __future__ import annotations

import ast
import warnings
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from analyzer.count.docstrings import count_docstrings
from analyzer.model.docstrings import Docstrings
from tests.count.python_oracles import standard_library

pytestmark = [pytest.mark.oracle, pytest.mark.slow]

OPTIONS = SimpleNamespace(
    ignore_private=True,
    ignore_semiprivate=True,
    ignore_magic=True,
    ignore_init_method=True,
    ignore_property_setters=True,
    ignore_property_decorators=False,
    ignore_overloaded_functions=True,
    ignore_regex=False,
)


def interrogate(path: Path) -> Docstrings:
    visit = pytest.importorskip("interrogate.visit")
    visitor = visit.CoverageVisitor(str(path), OPTIONS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        visitor.visit(ast.parse(path.read_bytes()))
    counts: Counter[str] = Counter()
    for node in visitor.nodes:
        if not within_function(node):
            kind = kind_of(node)
            counts[kind] += 1
            counts[f"{kind}_documented"] += bool(node.covered)
    return Docstrings(**counts)


def within_function(node: object) -> bool:
    """Return whether any definition around is a function; interrogate itself looks at the nearest, unless async."""
    around = node.parent
    while around is not None:
        if around.node_type in ("FunctionDef", "AsyncFunctionDef"):
            return True
        around = around.parent
    return False


def kind_of(node: object) -> str:
    kinds = {"Module": "modules", "ClassDef": "classes"}
    return kinds.get(node.node_type) or ("methods" if node.parent.node_type == "ClassDef" else "functions")


def check(files: list[Path], *, least: float) -> None:
    ours = {path: count_docstrings("", path.read_bytes()) for path in files}
    read = [path for path, row in ours.items() if not row.problem]
    assert len(read) > 0.95 * len(files)
    theirs = {path: interrogate(path) for path in read}
    apart = [
        f"{path}: interrogate {theirs[path]}, we {ours[path].found}"
        for path in read
        if theirs[path] != ours[path].found
    ]
    assert len(apart) <= (1 - least) * len(read), "\n".join(apart)


def test_the_standard_library_has_what_interrogate_finds() -> None:
    check(standard_library()[::3], least=0.99)


def test_flask_has_what_interrogate_finds_but_for_overloads_by_another_name(flask_files: list[Path]) -> None:
    # Flask writes `@t.overload`; interrogate knows `overload` and `typing.overload`.
    check(flask_files, least=0.95)
