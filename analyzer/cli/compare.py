"""`diptych compare`: any repositories side by side, without a configuration."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names
from analyzer.cli.formats import format_option
from analyzer.cli.globals import Globals


@click.command()
@click.argument("specs", metavar="SPEC...", nargs=-1, required=True)
@click.option(
    "--as-of", metavar="DATE|TAG|COMMIT", help="Take all figures at this moment instead of the newest commit."
)
@click.option("--definition", shell_complete=definition_names, help="Definition of comment.  [default: openhub]")
@click.option("--output", type=click.Path(path_type=Path), help="Where the report goes.")
@format_option
@click.pass_obj
def compare(
    options: Globals,
    specs: tuple[str, ...],
    as_of: str | None,
    definition: str | None,
    output: Path | None,
    form: str | None,
) -> int:
    """Compare any repositories, from one up, and write the report.

    A SPEC is a URL, owner/name on GitHub, or the path of a local repository, which is read in place.

    \b
    Examples:
      diptych compare pallets/flask django/django
      diptych compare . https://gitlab.com/group/project --as-of 2024-01-01
      diptych compare . --format terminal
    """
    from analyzer.cli.making import make_report
    from analyzer.config import DEFINITION, adhoc

    wanted = adhoc(specs, base=Path.cwd(), definition=definition or DEFINITION)
    return make_report(options, wanted, as_of=as_of, output=output, update=True, form=form)
