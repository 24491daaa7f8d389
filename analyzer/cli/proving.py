"""What `diptych verify --bundled` does and prints: a line for each repository, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.text import clean
from analyzer.cli.verifying import DIFFERS
from analyzer.errors import ConfigError
from analyzer.model.wording import day, plural

if TYPE_CHECKING:
    from analyzer.model.carried import Manifest

_SHOWN_DIGITS = 12


def prove_bundled(
    options: Globals, config: Path | None, repositories: Sequence[str], sample: str | None, as_json: bool
) -> int:
    """Hold the bundled facts of what was asked for against the mirrors, and return the exit code.

    Raises ConfigError if there are none.
    """
    if sample is not None:
        raise ConfigError("--sample has no effect with --bundled", hint="leave one of them out")
    from analyzer.stages.proving import bundled_differences

    wanted = choose(options.root, config, repositories)
    told: list[tuple[Manifest, list[str]]] = []
    with options.session(wanted) as session:
        for spec in wanted.repositories:
            found = bundled_differences(session, spec, base=wanted.base)
            if found is not None:
                told.append(found)
                if not as_json:
                    _print(*found)
    if not told:
        raise ConfigError(
            "no facts of these repositories come with Diptych", hint="verify the cache, without --bundled"
        )
    if as_json:
        rows = [{"repository": manifest.name, "sha": manifest.head, "differences": wrong} for manifest, wrong in told]
        click.echo(dumps({"equal": not any(wrong for _, wrong in told), "repositories": rows}))
    return DIFFERS if any(wrong for _, wrong in told) else 0


def _print(manifest: Manifest, wrong: Sequence[str]) -> None:
    said = f"{plural(len(wrong), 'difference')} from the mirror" if wrong else "equal to a cold reading of the mirror"
    where = f"{clean(manifest.name)} at {manifest.head[:_SHOWN_DIGITS]} of {day(manifest.time)}"
    click.echo(f"{where}, bundled: {said}")
    for line in wrong:
        click.echo(f"  {clean(line)}")
