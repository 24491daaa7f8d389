"""`diptych report`: the report again, from what is in the cache."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.choice import configuration
from analyzer.cli.globals import Globals


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as-of", metavar="DATE|TAG|COMMIT", help="Take all figures at this moment instead of the newest commit."
)
@click.option("--output", type=click.Path(path_type=Path), help="Where the report goes.")
@click.pass_obj
def report(options: Globals, config: Path | None, as_of: str | None, output: Path | None) -> int:
    """Write the report again from the cache, asking no remote.

    \b
    Examples:
      diptych report
      diptych report --as-of 2020-07-01 --output reports/mid-2020.html
    """
    from analyzer.cli.making import make_report

    return make_report(options, configuration(options.root, config), as_of=as_of, output=output, update=False)
