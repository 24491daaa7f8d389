"""`diptych why`: what changed a metric between two moments, part by part."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.completing import definition_names, metric_names
from analyzer.cli.globals import Globals
from analyzer.model.ratio_change import SPLITS
from analyzer.model.scope import Scope


@click.command()
@click.argument("metric", shell_complete=metric_names)
@click.option(
    "--repository",
    "-r",
    "repositories",
    multiple=True,
    help="Name in the configuration (also of a project), URL or path.",
)
@click.option("--from", "start", metavar="DATE|TAG|COMMIT", required=True, help="One end of the change.")
@click.option(
    "--to",
    "end",
    metavar="DATE|TAG|COMMIT",
    help="The other, earlier or later.  [default: as configured, else the newest commit]",
)
@click.option("--definition", shell_complete=definition_names, help="Definition of comment.  [default: openhub]")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in Scope]),
    help="Only files of this part; may be repeated.",
)
@click.option("--by", type=click.Choice(SPLITS), help="Only this split.  [default: all]")
@click.option("--top", type=click.IntRange(min=0), default=10, help="Parts to list of each split.  [default: 10]")
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a repository: all parts.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def why(
    options: Globals,
    metric: str,
    repositories: tuple[str, ...],
    start: str,
    end: str | None,
    definition: str | None,
    scopes: tuple[str, ...],
    by: str | None,
    top: int,
    as_json: bool,
    config: Path | None,
) -> None:
    """Tell why METRIC (comment_ratio) changed between two moments.

    The change is split over folders, files and commits; each split sums to the whole, exactly. Parts are in percentage
    points: what a file, folder or commit did to the ratio of the whole repository. A file that was moved has its later
    name, as far as git sees the move. A merge into the trunk is one commit. What a moment off the trunk has of its
    own (a release branch) is one part.

    \b
    Examples:
      diptych why comment_ratio --from 2015-01-01 --to 2020-01-01
      diptych why comment_ratio --repository django --from 4.0 --by folder
      diptych why comment_ratio --from 2020-01-01 --definition cloc --json
    """
    from analyzer.cli import changes

    asked = changes.Asked(metric, start, end, definition, frozenset(scopes) or None, by, None if as_json else top)
    changes.explain(options, asked, repositories, config, as_json)
