"""`diptych show`: one metric's values, for people and for scripts."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names, metric_names, window_names
from analyzer.cli.globals import Globals
from analyzer.model.people import BOTS, CREDITS, IDENTITIES
from analyzer.model.scope import Scope


@click.command()
@click.argument("metric", required=False, shell_complete=metric_names)
@click.option(
    "--repository",
    "-r",
    "repositories",
    multiple=True,
    help="Name in the configuration (also of a project), URL or path.",
)
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Take the figures at this moment.")
@click.option("--definition", shell_complete=definition_names, help="Definition of comment.  [default: openhub]")
@click.option("--by", help="Split the figure: file, folder, language, month ... as the metric allows.")
@click.option(
    "--window",
    metavar="SPAN",
    shell_complete=window_names,
    help="Span of time: all, or a number of d, w, m or y, as in 90d.  [default: all, or what the metric says]",
)
@click.option(
    "--identity",
    type=click.Choice([*IDENTITIES, "all"]),
    help="How people are told apart; all for every rule.  [default: raw]",
)
@click.option("--credit", type=click.Choice(CREDITS), help="Whom a commit counts for.  [default: author]")
@click.option("--no-merges", is_flag=True, help="Leave merge commits out.")
@click.option("--bots", type=click.Choice(BOTS), help="Count with programs, without, or only them.  [default: with]")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in Scope]),
    help="Only files of this part; may be repeated.",
)
@click.option("--sort", metavar="COLUMN", help="Order the rows of each repository by this column, largest first.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N rows of each repository.")
@click.option("--json", "as_json", is_flag=True, help="Print an array of flat rows.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def show(
    options: Globals,
    metric: str | None,
    repositories: tuple[str, ...],
    as_of: str | None,
    definition: str | None,
    by: str | None,
    window: str | None,
    identity: str | None,
    credit: str | None,
    no_merges: bool,
    bots: str | None,
    scopes: tuple[str, ...],
    sort: str | None,
    top: int | None,
    as_json: bool,
    config: Path | None,
) -> None:
    """Show the values of METRIC; without METRIC, list the metrics.

    \b
    Examples:
      diptych show
      diptych show commits --by month --repository flask
      diptych show contributors --identity all --bots without
      diptych show comment_ratio --by file --sort code --top 10
      diptych show comment_ratio --definition openhub --as-of 2020-07-01 --json
    """
    from analyzer.cli import showing

    if metric is None:
        showing.list_metrics(as_json)
        return
    who = showing.Who(identity, credit, no_merges, bots)
    asked = showing.Asked(metric, as_of, definition, by, window, who, frozenset(scopes) or None, sort, top)
    showing.show_values(options, asked, repositories, config, as_json)
