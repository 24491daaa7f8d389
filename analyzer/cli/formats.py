"""The option `--format`, which every command that makes a report has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from analyzer.registry import names

PAGE = "html"
_SHELVES = ("analyzer.export.formats", "analyzer.render.formats")

Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(command: Command) -> Command:
    """Add `--format`, which arrives as `form`."""
    known = sorted(name for shelf in _SHELVES for name in names(shelf))
    return click.option(
        "--format",
        "form",
        type=click.Choice([PAGE, *known]),
        help="Another form than the page: printed, or written beside the report.  [default: html]",
    )(command)
