"""`diptych refresh`: bring repositories up to date and read what is new, without a report."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("specs", metavar="[SPEC...]", nargs=-1)
@click.option("--history-only", is_flag=True, help="Stop after history and line counts.")
@click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")
@click.pass_obj
def refresh(options: Globals, specs: tuple[str, ...], history_only: bool, config: Path | None) -> int:
    """Bring repositories up to date and read what is new.

    Costs what is new. While another refresh of the same workspace is at work, it says so and leaves; what one that was
    killed has read is kept. One repository that fails does not stop the others: the last state that was read of it is
    kept and shown, with its age. Facts that were carried here, or come with Diptych, are no failure.

    SPEC is a name in the configuration, a URL, owner/name or a path; without any, the whole configuration.

    \b
    Examples:
      diptych refresh
      diptych refresh flask --history-only
    """
    from analyzer import pipeline
    from analyzer.cli.choice import choose
    from analyzer.cli.outcome import INCOMPLETE, tell_failures

    wanted = choose(options.root, config, specs)
    with options.session(wanted) as begun, pipeline.alone(begun) as session:
        done = pipeline.refresh(
            session,
            wanted.repositories,
            base=wanted.base,
            history_only=history_only,
            title=wanted.title,
            definition=wanted.definition,
        )
    behind = [read.behind for read in done.read if read.behind]
    carried = [read.stale.repository for read in done.read if read.stale and not read.behind]
    failed, old = ([one.repository for one in some] for some in (done.failed, behind))
    fresh = [spec.name for spec in wanted.repositories if spec.name not in (*failed, *old, *carried)]
    if not options.quiet:
        from analyzer.cli.text import clean
        from analyzer.model.wording import listed

        for names, what in ((fresh, "Up to date"), (carried, "From facts that were carried here")):
            if names:
                click.echo(f"{what}: {clean(listed(names))}")
    tell_failures([*done.failed, *behind], failed, old)
    return INCOMPLETE if failed or old else 0
