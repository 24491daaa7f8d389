"""Writes docs/cli.md from the commands themselves; with `--check` it only says whether the page differs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "cli.md"
WIDTH = 100

HEAD = """# The command line

Written by `docs/cli_pages.py` from the commands themselves; a test fails when the two differ.
Global options stand before the command: `diptych --jobs 2 run`.
"""


def page() -> str:
    """Return the page: the help of `diptych`, of each command, and of those below it."""
    from analyzer.cli.group import diptych

    root = diptych.make_context("diptych", [], resilient_parsing=True, terminal_width=WIDTH)
    parts = [HEAD, _part("diptych", diptych.get_help(root)), *_parts(diptych, root)]
    return "\n".join(parts)


def _parts(group: click.Group, above: click.Context) -> Iterator[str]:
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is not None:
            context = command.make_context(name, [], parent=above, resilient_parsing=True, terminal_width=WIDTH)
            yield _part(context.command_path, command.get_help(context))
            if isinstance(command, click.Group):
                yield from _parts(command, context)


def _part(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def main() -> int:
    """Write the page, or with `--check` say whether it is what it should be."""
    sys.path.insert(0, str(ROOT))
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == page():
        return 0
    sys.stderr.write("docs/cli.md is not what the commands say: run python docs/cli_pages.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
