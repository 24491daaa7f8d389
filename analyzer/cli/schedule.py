"""`diptych schedule`: the schedule for other schedulers, and how it stands."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.group()
def schedule() -> None:
    """Write units for schedulers, or tell how things stand.

    \b
    Examples:
      diptych schedule print systemd --output ~/.config/systemd/user
      diptych schedule status
    """


@schedule.command("print")
@click.argument("kind", type=click.Choice(["systemd", "cron", "github-actions"]))
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Write files into this folder.")
@click.option("--name", default="diptych", help="What the unit is called.  [default: diptych]")
@click.pass_obj
def print_(options: Globals, kind: str, config: Path | None, output: Path | None, name: str) -> None:
    """Print what another scheduler needs to do the same.

    It runs `diptych run` as the [schedule] of CONFIG says.
    KIND is systemd (a service and a timer), cron (lines of a crontab) or github-actions (a workflow).

    \b
    Examples:
      diptych schedule print systemd --output ~/.config/systemd/user
      (crontab -l; diptych schedule print cron) | crontab -
    """
    from analyzer.cli.scheduling import print_units

    print_units(options, kind, config, output, name)


@schedule.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@click.pass_obj
def status(options: Globals, config: Path | None, as_json: bool) -> int:
    """Tell the last and the next refresh, and what is overdue.

    Exits with 1 if something is overdue: a refresh that did not come, or a repository that it could not read.

    \b
    Examples:
      diptych schedule status
      diptych schedule status --json
    """
    from analyzer.cli.scheduling import tell_status

    return tell_status(options, config, as_json)
