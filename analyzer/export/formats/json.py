"""The whole comparison as JSON."""

from __future__ import annotations

from analyzer.export.comparison_json import dumps
from analyzer.model.comparison import Comparison
from analyzer.model.format import Means, written_as


@written_as(title="All of the comparison, for programs", suffix=".json", exact=True)
def json(comparison: Comparison, means: Means) -> str:
    """Return one line of ASCII with sorted keys; `comparison_json` reads it back."""
    return dumps(comparison)
