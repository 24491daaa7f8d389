"""GrimoireLab's comments per line of code, on cloc's counts."""

from __future__ import annotations

from analyzer.count.definitions import cloc
from analyzer.model.definition import Definition

DEFINITION = Definition(
    __name__,
    title="GrimoireLab (Graal CoCom)",
    formula="comments / lines of code, which has no upper bound",
    docstrings=cloc.DEFINITION.docstrings,
    blanks=cloc.DEFINITION.blanks,
    trailing=cloc.DEFINITION.trailing,
    strings=cloc.DEFINITION.strings,
    source="grimoirelab-elk, enrich/cocom.py (comments_per_loc); Graal, backends/core/cocom.py, which runs cloc",
    rule=cloc.DEFINITION.rule,
    by_language=cloc.DEFINITION.by_language,
    per_code=True,
)
