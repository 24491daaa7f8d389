"""`diptych history`: which refreshes there were, and what they found."""

from __future__ import annotations

import click

from analyzer.cli.globals import Globals


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, help="So many at the most, the newest.  [default: 20]")
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a refresh, with all figures.")
@click.pass_obj
def history(options: Globals, limit: int, as_json: bool) -> None:
    """List the refreshes of this workspace, newest first.

    Each says what it found of every repository: its commit, how many commits were new, what was noticed, and why it is
    not fresh, if so. The record outlives the facts. The same lines of JSON are added to reports/refreshes.jsonl.

    \b
    Examples:
      diptych history
      diptych history --limit 1 --json
    """
    from analyzer.cli import recorded

    recorded.tell(options, limit, as_json)
