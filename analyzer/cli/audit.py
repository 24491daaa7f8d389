"""`diptych audit`: does git alone say the same?"""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("repositories", metavar="[REPOSITORY...]", nargs=-1)
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Take the figures at this moment.")
@click.option("--commands", is_flag=True, help="Print the command line of each figure, too.")
@click.option("--json", "as_json", is_flag=True, help="Print an array of flat rows.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def audit(
    options: Globals,
    repositories: tuple[str, ...],
    as_of: str | None,
    commands: bool,
    as_json: bool,
    config: Path | None,
) -> int:
    """Hold figures against what git alone prints in the mirror.

    REPOSITORY is a name in the configuration, a URL, owner/name or a path; without any, the whole configuration.
    Windows end at the newest commit of those that are read. A metric whose value plain git can give names the command
    line for it, which `diptych explain METRIC --repository` prints; here all of them are run, by `sh` and without any
    configuration of the user. Exits with 1 when a number is not the same.

    \b
    Examples:
      diptych audit
      diptych audit flask --commands
    """
    from analyzer.cli.auditing import audit_all

    return audit_all(options, config, repositories, as_of=as_of, commands=commands, as_json=as_json)
