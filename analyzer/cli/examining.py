"""What `diptych doctor` prints."""

from __future__ import annotations

import os
from pathlib import Path

import click

from analyzer import doctor
from analyzer.cli.choice import USUAL
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.text import clean, without_credentials
from analyzer.config import load
from analyzer.doctor.check import Check, Finding, Level, Surroundings
from analyzer.errors import ConfigError


def show(options: Globals, config: Path | None, *, seconds: float, offline: bool, as_json: bool) -> int:
    """Print what every check finds; return 1 if one failed."""
    found = list(doctor.examine(_around(options, config, seconds, offline)))
    if as_json:
        click.echo(dumps([_plain(check, finding) for check, finding in found]))
    else:
        for check, finding in found:
            _tell(check, finding)
    return int(any(finding.level is Level.FAILED for _, finding in found))


def _around(options: Globals, config: Path | None, seconds: float, offline: bool) -> Surroundings:
    place = config or options.root / USUAL
    configuration, problem = None, None
    try:
        configuration = load(place) if config or place.exists() else None
    except ConfigError as error:
        problem = error
    return Surroundings(options.workspace, os.environ, configuration, problem, seconds, offline)


def _plain(check: Check, finding: Finding) -> dict[str, str]:
    told = {"check": check.name, "level": finding.level.value, "found": finding.words, "advice": finding.advice}
    return {key: without_credentials(text) for key, text in told.items()}


def _tell(check: Check, finding: Finding) -> None:
    click.echo(f"{finding.level.value:8} {check.title + ':':15}{clean(without_credentials(finding.words))}")
    for line in finding.advice.splitlines():
        click.echo(f"{'':24}{clean(without_credentials(line))}")
