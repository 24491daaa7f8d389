"""`diptych people`: who the people of a repository are, by any rule."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals
from analyzer.model.people import BOTS, CREDITS, IDENTITIES


@click.command()
@click.option(
    "--repository",
    "-r",
    "repositories",
    multiple=True,
    help="Name in the configuration (also of a project), URL or path.",
)
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="At this moment instead of the newest commit.")
@click.option("--identity", type=click.Choice(list(IDENTITIES)), default="folded", help="Rule.  [default: folded]")
@click.option(
    "--credit", type=click.Choice(CREDITS), default="author", help="Whom commits count for.  [default: author]"
)
@click.option(
    "--bots", type=click.Choice(BOTS), default="with", help="With programs, without, or only them.  [default: with]"
)
@click.option("--merges", is_flag=True, help="List what the rule takes for one person, and why, instead.")
@click.option(
    "--write-mailmap",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write what the rule joins as lines of a .mailmap, with whole addresses; of one repository.",
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N of each repository.")
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a repository.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def people(
    options: Globals,
    repositories: tuple[str, ...],
    as_of: str | None,
    identity: str,
    credit: str,
    bots: str,
    merges: bool,
    write_mailmap: Path | None,
    top: int | None,
    as_json: bool,
    config: Path | None,
) -> None:
    """List the people of each repository, by a rule.

    Of each: commits, the dates of the first and the last, and how many identities the rule joined. An identity is a
    pair of name and e-mail address as recorded. Addresses are shown by their first character; only the file of
    --write-mailmap has them whole. A mailmap is applied by git, and by --identity mailmap, once it is committed, or
    named under [people] in the configuration.

    \b
    Examples:
      diptych people --repository flask --top 20
      diptych people --repository flask --merges
      diptych people --repository flask --write-mailmap proposed.mailmap
    """
    from analyzer.cli import rosters

    asked = rosters.Asked(as_of, identity, credit, bots, merges, write_mailmap, top)
    rosters.show_people(options, asked, repositories, config, as_json)
