"""`diptych badge`: one figure as a small picture for a README."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names, metric_names, window_names
from analyzer.cli.globals import Globals
from analyzer.model.people import IDENTITIES


@click.command()
@click.argument("metric", shell_complete=metric_names)
@click.option(
    "--repository", "-r", help="Name in the configuration, URL or path; may be left out if there is only one."
)
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Take the figure at this moment.")
@click.option("--definition", shell_complete=definition_names, help="Definition of comment.  [default: openhub]")
@click.option("--window", metavar="SPAN", shell_complete=window_names, help="Span of time, as in diptych show.")
@click.option("--identity", type=click.Choice(list(IDENTITIES)), help="How people are told apart.  [default: openhub]")
@click.option("--label", help="Words before the figure.  [default: the metric's title]")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Where the SVG goes.  [default: printed]")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def badge(
    options: Globals,
    metric: str,
    repository: str | None,
    as_of: str | None,
    definition: str | None,
    window: str | None,
    identity: str | None,
    label: str | None,
    output: Path | None,
    config: Path | None,
) -> None:
    """Make a badge (SVG) of one figure.

    It shows the value of METRIC for one repository, from what is in the cache.

    \b
    Examples:
      diptych badge comment_ratio --repository flask --output comments.svg
      diptych badge contributors -r . --window 12m --label "people in a year" -o people.svg
    """
    from analyzer.cli import badging

    asked = badging.Wanted(metric, as_of, definition, window, identity, label)
    badging.make_badge(options, asked, repository, config, output)
