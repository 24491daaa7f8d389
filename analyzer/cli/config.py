"""`diptych config`: what the configuration says, where each value comes from, and the schema that editors read."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.group()
def config() -> None:
    """Show the configuration, or its schema.

    \b
    Examples:
      diptych config show
      diptych config schema
    """


@config.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--all", "whole", is_flag=True, help="Defaults of every repository, claim and person, too.")
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a value.")
@click.pass_context
def show(context: click.Context, config: Path | None, whole: bool, as_json: bool) -> None:
    """Show every value of CONFIG and where it comes from.

    CONFIG is diptych.toml in the workspace unless another is named. A value comes from the command line, from the
    environment, from a line of the file, or it is the default. What stands in the file is checked first.

    \b
    Examples:
      diptych config show
      diptych --jobs 2 config show web-frameworks.toml --json
    """
    from analyzer.cli import configured

    options = context.find_object(Globals)
    assert options is not None  # noqa: S101  (the group above us has made it)
    configured.show(options, context.find_root(), config, whole=whole, as_json=as_json)


@config.command()
def schema() -> None:
    """Print the JSON Schema of the configuration.

    An editor that knows TOML completes keys and marks mistakes when the first line of diptych.toml names a file with
    it, as in `#:schema ./diptych.schema.json`; `diptych init` writes both. After an upgrade, write the file anew.

    \b
    Examples:
      diptych config schema > diptych.schema.json
    """
    from analyzer.cli import configured

    click.echo(configured.schema(), nl=False)
