"""Writes docs/configuration.md and docs/diptych.schema.json from the code; with `--check` it only says what differs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "configuration.md"
SCHEMA = ROOT / "docs" / "diptych.schema.json"
_PART = re.compile(r"(<!-- keys, written by docs/config_pages.py -->\n).*?(<!-- end -->)", re.DOTALL)
_MANY = 12
"""Of more words than these, a cell of the table names none."""


def schema() -> str:
    """Return the schema as `diptych config schema` prints it."""
    from analyzer.cli.configured import schema

    return schema()


def page(text: str) -> str:
    """Return the page with the part between its marks written anew from the schema."""
    return _PART.sub(lambda found: f"{found[1]}\n{_keys(json.loads(schema()))}\n{found[2]}", text)


def _keys(made: Mapping[str, Any]) -> str:
    parts = ["## At the top of the file\n", _table(made, made)]
    for key, one in made["properties"].items():
        if table := _referred(one, made):
            head = f"[[{key}]]" if one.get("type") == "array" else f"[{key}]"
            parts += [f"## `{head}`\n", f"{one.get('description', '')}\n", _table(table, made)]
    return "\n".join(parts)


def _table(table: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    lines = ["| key | value | default | meaning |", "| --- | --- | --- | --- |"]
    for key, one in table["properties"].items():
        if not _referred(one, made):
            required = key in table.get("required", ())
            cells = (f"`{key}`", _kind(one), "required" if required else _default(one), one.get("description", ""))
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _referred(one: Mapping[str, Any], made: Mapping[str, Any]) -> Mapping[str, Any] | None:
    reference = one.get("$ref") or one.get("items", {}).get("$ref")
    return made["$defs"][reference.rpartition("/")[2]] if reference else None


def _kind(one: Mapping[str, Any]) -> str:
    return ", ".join(_kinds(one))


def _kinds(one: Mapping[str, Any]) -> Iterator[str]:
    if "anyOf" in one:
        yield " or ".join(_kind(other) for other in one["anyOf"])
    elif "enum" in one and len(one["enum"]) <= _MANY:
        yield " ".join(f"`{word}`" for word in one["enum"])
    else:
        words = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list of texts"}
        yield words.get(one.get("type", ""), one.get("type", "text"))
    if "minimum" in one:
        yield f"{one['minimum']} to {one['maximum']}" if "maximum" in one else f"{one['minimum']} or more"


def _default(one: Mapping[str, Any]) -> str:
    return f"`{json.dumps(one['default'])}`" if one.get("default") not in (None, "", []) else ""


def main() -> int:
    """Write both, or with `--check` say whether they are what they should be."""
    sys.path.insert(0, str(ROOT))
    wanted = {PAGE: page(PAGE.read_text(encoding="utf-8")), SCHEMA: schema()}
    if "--check" not in sys.argv[1:]:
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8")
        return 0
    differ = [path.name for path, text in wanted.items() if path.read_text(encoding="utf-8") != text]
    if differ:
        sys.stderr.write(f"docs: not what the code says: {', '.join(differ)}: run python docs/config_pages.py\n")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
