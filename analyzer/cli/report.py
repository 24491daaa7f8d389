"""`diptych report`: the report again, from what is in the cache."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.choice import configuration
from analyzer.cli.formats import format_option
from analyzer.cli.globals import Globals
from analyzer.errors import ConfigError


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as-of", metavar="DATE|TAG|COMMIT", help="Take all figures at this moment instead of the newest commit."
)
@click.option("--output", type=click.Path(path_type=Path), help="Where the report goes.")
@format_option
@click.option("--summary", is_flag=True, help="One page for e-mail: the same as --format summary.")
@click.option("--list-sections", is_flag=True, help="List the sections that [report] in the configuration may name.")
@click.pass_obj
def report(
    options: Globals,
    config: Path | None,
    as_of: str | None,
    output: Path | None,
    form: str | None,
    summary: bool,
    list_sections: bool,
) -> int:
    """Write the report again from the cache, asking no remote.

    \b
    Examples:
      diptych report
      diptych report --as-of 2020-07-01 --output reports/mid-2020.html
      diptych report --format terminal
      diptych report --format markdown >> "$GITHUB_STEP_SUMMARY"
      diptych report --summary --output mail.html
    """
    if list_sections:
        from analyzer.cli.listing import list_sections as show

        show()
        return 0
    if summary and form not in (None, "summary"):
        raise ConfigError(f"--summary and --format {form} ask for two things", hint="leave one out")
    from analyzer.cli.making import make_report

    return make_report(
        options,
        configuration(options.root, config),
        as_of=as_of,
        output=output,
        update=False,
        form="summary" if summary else form,
    )
