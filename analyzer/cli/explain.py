"""`diptych explain`: what a definition of comment or a metric means, and where one figure comes from."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names, explained_names, window_names
from analyzer.cli.globals import Globals
from analyzer.model.people import IDENTITIES


@click.command()
@click.argument("kind", metavar="[definition|metric]")
@click.argument("name", required=False, shell_complete=explained_names)
@click.option("--repository", "-r", "repositories", multiple=True, help="Explain its figure, too: name, URL or path.")
@click.option("--as-of", metavar="DATE|TAG|COMMIT", help="Take the figure at this moment.")
@click.option("--window", metavar="SPAN", shell_complete=window_names, help="Span of time, as in `show`.")
@click.option("--definition", shell_complete=definition_names, help="Definition of comment.  [default: openhub]")
@click.option("--identity", type=click.Choice([*IDENTITIES]), help="How people are told apart.  [default: openhub]")
@click.option("--json", "as_json", is_flag=True, help="Print it for a script.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def explain(
    options: Globals,
    kind: str,
    name: str | None,
    repositories: tuple[str, ...],
    as_of: str | None,
    window: str | None,
    definition: str | None,
    identity: str | None,
    as_json: bool,
    config: Path | None,
) -> None:
    """Explain a definition of comment, a metric, or one figure.

    Without NAME, list what there is; the name of a metric alone will do. With a repository: the value, the commit and
    the window that it is of, what it leaves out, and the command line that gives it with git alone, where there is one.
    Windows end at the newest commit of the repositories that are named here.

    \b
    Examples:
      diptych explain definition
      diptych explain definition openhub
      diptych explain metric comment_ratio
      diptych explain commits --repository flask --window 12m
    """
    from analyzer.cli import explaining, receipts

    kind, name = explaining.meant(kind, name)
    asked = receipts.Asked(kind, name, as_of, window, definition, identity)
    if repositories:
        receipts.explain_figure(options, asked, repositories, config, as_json)
        return
    receipts.check_alone(asked)
    if name is None:
        explaining.list_all(kind, as_json)
    elif kind == "definition":
        explaining.definition(name, as_json)
    else:
        explaining.metric(name, as_json)
