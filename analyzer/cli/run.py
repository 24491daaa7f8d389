"""`diptych run`: the whole way from the configuration to the report."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.choice import configuration
from analyzer.cli.formats import format_option
from analyzer.cli.globals import Globals


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as-of", metavar="DATE|TAG|COMMIT", help="Take all figures at this moment instead of the newest commit."
)
@click.option("--output", type=click.Path(path_type=Path), help="Where the report goes.")
@format_option
@click.pass_obj
def run(options: Globals, config: Path | None, as_of: str | None, output: Path | None, form: str | None) -> int:
    """Compare the repositories of CONFIG and write the report.

    CONFIG is diptych.toml in the workspace unless another is named. The repositories are brought up to date first;
    what was read before is not read again.

    \b
    Examples:
      diptych run
      diptych run web-frameworks.toml --as-of 2024-01-01
      diptych run --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    from analyzer.cli.making import make_report

    return make_report(options, configuration(options.root, config), as_of=as_of, output=output, update=True, form=form)
