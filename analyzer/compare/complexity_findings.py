"""What a newcomer should know of how hard the code is."""

from __future__ import annotations

from analyzer.compare.contrasts import LISTED, extremes, figures
from analyzer.model import wording
from analyzer.model.comparison import Comparison


def complexity(comparison: Comparison) -> str | None:
    """Return how complex functions are on average; None where it is not known or not to be compared."""
    rows = [row for row in comparison.rows if row.slug == "complexity"]
    # A note says that it was not measured as others are.
    if not rows or any(cell.note for cell in rows[0].cells):
        return None
    ranked = figures(comparison, "complexity")
    if not ranked:
        return None
    texts = wording.apart([float(each.value) for each in ranked], "{:.1f}".format, "{:.2f}".format, "{:.3f}".format)
    shown = dict(zip([each.name for each in ranked], texts, strict=True))
    if len(ranked) > LISTED:
        said = extremes(ranked, "the most complex functions on average", "the least", lambda each: shown[each.name])
        return said.removesuffix(".") + ", of Python by cyclomatic complexity."
    told = wording.listed([f"{shown[each.name]} in {each.name}" for each in ranked])
    return f"The mean cyclomatic complexity of Python functions, methods and classes is {told}."
