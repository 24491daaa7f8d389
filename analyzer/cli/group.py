"""The command `diptych`: its global options, and its commands, each loaded when it is asked for."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

import analyzer
from analyzer.cli import log
from analyzer.cli.globals import Globals
from analyzer.errors import UnknownName
from analyzer.interrupts import begin_to_heed

COMMANDS = (
    "init",
    "run",
    "compare",
    "show",
    "people",
    "explain",
    "why",
    "ranking",
    "check",
    "report",
    "badge",
    "refresh",
    "watch",
    "schedule",
    "history",
    "diff",
    "verify",
    "audit",
    "facts",
    "config",
    "doctor",
    "completion",
)
"""In the order of the help; each is a file of this folder with a command of its name."""


class Commands(click.Group):
    """A group that imports the file of a command when it is asked for, and suggests near names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"analyzer.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the words begin with; raises UnknownName."""
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise UnknownName("command", args[0], COMMANDS)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="DIPTYCH_HOME",
    show_envvar=True,
    help="Folder with cache/ and reports/.  [default: this folder]",
)
@click.option("--jobs", type=click.IntRange(1, 1024), help="Processes that work at once.  [default: one for each core]")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but results and errors.")
@click.option("--verbose", "-v", is_flag=True, help="Tell every step and how long it took; show where a crash was.")
@click.option("--no-progress", is_flag=True, help="Draw no progress bars.")
@click.option(
    "--log-format", type=click.Choice(["text", "json"]), default="text", help="How stderr is written.  [default: text]"
)
@click.version_option(analyzer.__version__, prog_name="diptych", message="%(prog)s %(version)s")
@click.pass_context
def diptych(
    context: click.Context,
    workspace: Path | None,
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    no_progress: bool,
    log_format: str,
) -> None:
    """Set git repositories side by side, and judge what is said about them.

    \b
    Examples:
      diptych run                                     the comparison of diptych.toml
      diptych compare pallets/flask django/django     any others
      diptych show comment_ratio --as-of 2020-07-01   one figure

    Exit codes: 0 all went well; 1 something expected failed; 2 wrong words on the command line or in the
    configuration; 3 a defect of Diptych; 4 some repositories failed, the report was made without them, or shows
    them as they were; 130 interrupted.
    """
    options = Globals((workspace or Path()).absolute(), jobs, quiet, verbose, no_progress, log_format)
    log.write_json(log_format == "json")
    begin_to_heed()
    if isinstance(context.obj, list):
        # The error boundary outlives the context and wants to know where logs go.
        context.obj.append(options)
    context.obj = options
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
