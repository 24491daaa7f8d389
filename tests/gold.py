"""Texts that were looked at once and must not change unseen: see gold/README.md."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
Scrubs = Sequence[tuple[str, str]]
"""(regular expression, replacement) pairs for what may differ."""

_SHOWN = 60


def compare(
    actual: str,
    name: str,
    *,
    update: bool,
    scrubs: Scrubs = (),
    gold: Path = HERE / "gold",
    aside: Path = HERE / "actual",
) -> None:
    """Fail unless the scrubbed text equals the gold of this name; with `update`, make it the gold.

    What was produced instead is kept aside under the same name.
    """
    text = scrubbed(actual, scrubs)
    expected, produced = gold / name, aside / name
    if update:
        keep(text, expected)
        produced.unlink(missing_ok=True)
        return
    known = expected.read_text(encoding="utf-8") if expected.exists() else ""
    if text == known and expected.exists():
        produced.unlink(missing_ok=True)
        return
    keep(text, produced)
    lines = difflib.unified_diff(known.splitlines(), text.splitlines(), str(expected), str(produced), lineterm="", n=1)
    shown = "\n".join(line[:300] for line in list(lines)[:_SHOWN])
    raise AssertionError(
        f"differs from its gold; if it should, run pytest with --update-gold and look at git diff\n{shown}"
    )


def scrubbed(text: str, scrubs: Scrubs) -> str:
    for pattern, replacement in scrubs:
        text = re.sub(pattern, replacement, text, flags=re.DOTALL)
    return text


def keep(text: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
