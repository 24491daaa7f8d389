"""`diptych doctor`: what would keep a run from working, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals


@click.command()
@click.argument("config", required=False, type=click.Path(path_type=Path))
@click.option("--timeout", type=click.FloatRange(min=0.1), default=5.0, help="Seconds for a host.  [default: 5]")
@click.option("--offline", is_flag=True, help="Ask no host.")
@click.option("--json", "as_json", is_flag=True, help="Print an array with an object a finding.")
@click.pass_obj
def doctor(options: Globals, config: Path | None, timeout: float, offline: bool, as_json: bool) -> int:
    """Check git, Python, the workspace, the network and the facts.

    The hosts are those of CONFIG, which is diptych.toml in the workspace unless another is named. One that does not
    answer is a warning that says what a run will do without it. Exits with 1 if a run would fail. Nothing is changed.

    \b
    Examples:
      diptych doctor
      diptych doctor --offline --json
    """
    from analyzer.cli import examining

    return examining.show(options, config, seconds=timeout, offline=offline, as_json=as_json)
