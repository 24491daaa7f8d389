"""`diptych watch`: refresh and report whenever it is due, until told to stop."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--health", type=click.Path(path_type=Path), help="The health file.  [default: cache/health.json]")
@click.option("--rounds", type=click.IntRange(min=1), help="Stop after so many refreshes.  [default: never]")
@click.pass_obj
def watch(options: Globals, config: Path | None, health: Path | None, rounds: int | None) -> int:
    """Refresh and report whenever [schedule] says so.

    It does in the foreground what `diptych run CONFIG` does, by the [schedule] of CONFIG, diptych.toml unless named.
    A refresh that was missed is made up for once; one that was made by hand counts. On SIGTERM or SIGINT it stops:
    what a refresh in progress has read is kept, and the next one goes on from there. A refresh that fails is made again
    when the next is due. The health file is one JSON object: state, pid, when it last looked at the clock (every minute
    while it waits), when the next refresh is due, and how the last one ended.

    \b
    Examples:
      diptych watch
      diptych --log-format json watch web-frameworks.toml --health /run/diptych/health.json
    """
    from analyzer.cli.watching import watch_on

    return watch_on(options, config, health, rounds)
