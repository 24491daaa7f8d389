"""`diptych verify`: is the cache what a cold reading gives?"""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("repositories", metavar="[REPOSITORY...]", nargs=-1)
@click.option("--sample", metavar="N|P%", help="Read only so many commits and contents again, or a share of them.")
@click.option("--seed", type=click.IntRange(min=0), help="What a sample is drawn by.  [default: the time]")
@click.option("--bundled", is_flag=True, help="Prove the facts that come with Diptych, not those in the cache.")
@click.option("--json", "as_json", is_flag=True, help="Print the checks of all tables with their hashes.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def verify(
    options: Globals,
    repositories: tuple[str, ...],
    sample: str | None,
    seed: int | None,
    bundled: bool,
    as_json: bool,
    config: Path | None,
) -> int:
    """Read the mirrors again, and prove the cache equal to that.

    REPOSITORY is a name in the configuration, a URL, owner/name or a path; without any, the whole configuration. All
    is read into a scratch store in the cache, which is removed afterwards. What the cache itself lacks is brought
    first; nothing is fetched where it is up to date. Each table is compared by a hash that does not depend on the order
    or the numbers of rows. It takes as long as reading for the first time; --sample reads some commits of the history,
    and some contents of each table, and is meant for schedules. With --bundled the facts that `run` falls back on
    where a host cannot be reached are held against the mirrors, up to the commit that they go to.
    Exits with 1 when something differs.

    \b
    Examples:
      diptych verify flask
      diptych verify --sample 200
      diptych verify --sample 1% --seed 7
      diptych verify --bundled
    """
    if bundled:
        from analyzer.cli.proving import prove_bundled

        return prove_bundled(options, config, repositories, sample, as_json)
    from analyzer.cli.verifying import verify_all

    return verify_all(options, config, repositories, sample, seed, as_json)
