"""`diptych explain`: what a definition of comment or a metric means, from the shelf itself."""

from __future__ import annotations

import click

from analyzer.cli.completing import explained_names


@click.command()
@click.argument("kind", type=click.Choice(["definition", "metric"]))
@click.argument("name", required=False, shell_complete=explained_names)
@click.option("--json", "as_json", is_flag=True, help="Print it for a script.")
def explain(kind: str, name: str | None, as_json: bool) -> None:
    """Explain a definition of comment, or a metric.

    Without NAME, list what there is.

    \b
    Examples:
      diptych explain definition
      diptych explain definition openhub
      diptych explain metric comment_ratio
    """
    from analyzer.cli import explaining

    if name is None:
        explaining.list_all(kind, as_json)
    elif kind == "definition":
        explaining.definition(name, as_json)
    else:
        explaining.metric(name, as_json)
