"""`diptych check`: the claims of the configuration, put to the test."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--claim", "names", metavar="NAME", multiple=True, help="Only this claim; may be repeated.")
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Judge at this moment instead of the newest commit.")
@click.option("--offline", is_flag=True, help="Judge by what is in the cache, asking no remote.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts with all intervals and evidence.")
@click.pass_obj
def check(
    options: Globals, config: Path | None, names: tuple[str, ...], as_of: str | None, offline: bool, as_json: bool
) -> int:
    """Put the claims of CONFIG to the test, and print the verdicts.

    CONFIG is diptych.toml in the workspace unless another is named. Each claim is judged at the newest commit, at its
    own date, and at every commit before, under every definition of comment. Exits with 1 when a claim that is marked
    must_hold does not hold at the newest commit, or cannot be judged, so that a project can guard its own README.

    \b
    Examples:
      diptych check
      diptych check --claim flask-comments --json
    """
    from analyzer.cli.checking import check_claims

    return check_claims(options, config, names, as_of=as_of, update=not offline, as_json=as_json)
