"""`diptych diff`: the headline figures of two written reports."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("then", metavar="REPORT", type=click.Path(path_type=Path))
@click.argument("now", metavar="REPORT", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a repository.")
@click.pass_obj
def diff(options: Globals, then: Path, now: Path, as_json: bool) -> None:
    """Tell how the headline figures of two written reports differ.

    The first REPORT is the earlier one. Nothing but the two files is read.

    \b
    Examples:
      diptych diff reports/november.html reports/december.html
      diptych diff old.html new.html --json
    """
    from analyzer.cli import differing

    differing.tell(then, now, as_json)
