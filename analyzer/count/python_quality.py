"""Python source -> what Radon says of it: lines, complexity, Halstead's measures and maintainability.

One syntax tree serves all but the lines. Values are those of the commands `radon raw`, `cc`, `hal` and `mi` as they are
without options; Radon, https://radon.readthedocs.io, says how it counts.
"""

from __future__ import annotations

import sys
from importlib.metadata import version

from radon import visitors
from radon.metrics import h_visit_ast, mi_compute

from analyzer.count.python_syntax import Parsed, frames, parsed
from analyzer.count.radon_raw import raw
from analyzer.model.content import BlobFacts
from analyzer.model.functions import LONGEST, BlobFunctions, Function
from analyzer.model.python_quality import PythonQuality
from analyzer.model.uncounted import Reason

PYTHON = "Python"
RADON_VERSION = f"1, Radon {version('radon')}, Python {sys.version_info.major}.{sys.version_info.minor}"
"""Part of the key under which figures are kept. Python is in it: it parses and tokenizes for Radon."""

_FRAMES = 20_000
"""Radon calls three times for each level of a tree, and the parser allows for 3,000 levels."""


def python_quality(blob: str, data: bytes | None) -> tuple[BlobFacts, BlobFunctions]:
    """Return the figures of one content and its functions; never raises, whatever it holds."""
    read = parsed(data)
    found = read if isinstance(read, Reason) else _measured(read)
    if isinstance(found, Reason):
        return BlobFacts(blob, found.value, PythonQuality()), BlobFunctions(blob, PYTHON, found.value, ())
    quality, functions = found
    return BlobFacts(blob, "", quality), BlobFunctions(blob, PYTHON, "", functions)


def _measured(read: Parsed) -> tuple[PythonQuality, tuple[Function, ...]] | Reason:
    lines = raw(read.source)
    if lines is None:
        return Reason.NOT_PARSED
    with frames(_FRAMES):
        visitor = visitors.ComplexityVisitor.from_ast(read.module)
        halstead = h_visit_ast(read.module).total
    functions = tuple(sorted(map(_function, visitor.blocks), key=lambda one: (one.line, one.end_line, one)))
    complexities = [one.complexity for one in functions]
    # As radon.metrics.mi_parameters has it.
    comments = (lines.comments + lines.multi) / float(lines.sloc) * 100 if lines.sloc else 0
    quality = PythonQuality(
        *lines,
        visitor.total_complexity,
        len(complexities),
        sum(complexities),
        max(complexities, default=0),
        halstead.h1,
        halstead.h2,
        halstead.N1,
        halstead.N2,
        halstead.calculated_length,
        halstead.volume,
        halstead.difficulty,
        halstead.effort,
        mi_compute(halstead.volume, visitor.total_complexity, lines.lloc, comments),
    )
    return quality, functions


def _function(block: visitors.Class | visitors.Function) -> Function:
    kind = {"F": "function", "M": "method", "C": "class"}[block.letter]
    return Function(shortened(block.fullname), block.lineno, block.endline, block.complexity, kind)


def shortened(name: str) -> str:
    """Return a name in printable characters, and of a bearable length."""
    shown = "".join(letter if letter.isprintable() else " " for letter in name[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
