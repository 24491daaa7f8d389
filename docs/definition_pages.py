"""Writes the tables of docs/definitions.md from the shelves; with `--check` it only says whether they differ."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "definitions.md"
_PART = re.compile(r"(<!-- (\w+), written by docs/definition_pages.py -->\n).*?(<!-- end -->)", re.DOTALL)


def page(text: str) -> str:
    """Return the page with each part between its marks written anew from the shelves."""
    from analyzer.stages.measurement import definitions, metrics

    known = definitions().values()
    parts = {
        "ladder": _table(
            ("name", "published by", "formula", "docstrings", "source"),
            [(f"`{one.name}`", one.title, one.formula, one.docstrings, one.source) for one in known],
        ),
        "treatment": _table(
            ("name", "blank lines", "trailing comments", "other triple-quoted text"),
            [(f"`{one.name}`", one.blanks, one.trailing, one.strings) for one in known],
        ),
        "metrics": "\n".join(f"- `{one.name}`: {one.summary}" for one in metrics().values()),
    }
    return _PART.sub(lambda found: f"{found[1]}\n{parts[found[2]]}\n\n{found[3]}", text)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def main() -> int:
    """Write the tables, or with `--check` say whether they are what they should be."""
    sys.path.insert(0, str(ROOT))
    text = PAGE.read_text(encoding="utf-8")
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(text), encoding="utf-8")
        return 0
    if text == page(text):
        return 0
    sys.stderr.write("docs/definitions.md is not what the shelves say: run python docs/definition_pages.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
