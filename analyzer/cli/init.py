"""`diptych init`: a first configuration."""

from __future__ import annotations

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("locations", nargs=-1, metavar="[URL]...")
@click.option("--force", is_flag=True, help="Write over a diptych.toml that is there.")
@click.pass_obj
def init(options: Globals, locations: tuple[str, ...], force: bool) -> None:
    """Write a commented diptych.toml into the workspace.

    Each URL is a repository: a URL, owner/name or a path. Without any, it is the repository of the current folder: its
    origin, or the folder itself where it has none. Nothing is asked, and no remote is reached. A diptych.toml that is
    there is left alone, and the exit code is 1. Beside it goes diptych.schema.json, by which editors complete keys and
    mark mistakes.

    \b
    Examples:
      diptych init
      diptych init https://github.com/pallets/flask https://github.com/django/django
    """
    from analyzer.cli import beginning

    beginning.write(options, locations, force=force)
