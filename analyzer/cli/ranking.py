"""`diptych ranking`: where the order of the repositories holds, and where it turns."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names
from analyzer.cli.globals import Globals


@click.command()
@click.option(
    "--repository",
    "-r",
    "repositories",
    multiple=True,
    help="Name in the configuration (also of a project), URL or path.",
)
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Rank at this moment instead of the newest commit.")
@click.option("--definition", shell_complete=definition_names, help="The definition to name first.  [default: openhub]")
@click.option("--json", "as_json", is_flag=True, help="Print every order, its turns and the values behind it.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def ranking(
    options: Globals,
    repositories: tuple[str, ...],
    as_of: str | None,
    definition: str | None,
    as_json: bool,
    config: Path | None,
) -> int:
    """Rank repositories under every definition of comment.

    The order of their comment ratios, in all files, in the source alone and without tests, now or at any date; and in
    sentences, where it holds and where it turns: a definition that counts docstrings may put one repository above the
    other, and one that does not, below it.

    \b
    Examples:
      diptych ranking
      diptych ranking --as-of 2016-01-01 --json
    """
    from analyzer.cli.rankings import show_ranking

    return show_ranking(options, repositories, config, as_of=as_of, definition=definition, as_json=as_json)
