"""What `diptych config` prints."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import click
from click.core import ParameterSource

from analyzer.cli.choice import USUAL, configuration
from analyzer.cli.globals import Globals, cores
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import without_credentials
from analyzer.config import DEFINITION, Configuration, origins, published
from analyzer.stages import measurement

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and where it comes from."""

    key: str
    value: object
    origin: str
    """"command line --jobs", "environment DIPTYCH_HOME", "diptych.toml:3", or "default"."""


def schema() -> str:
    """Return the JSON Schema of the configuration as a file has it."""
    made = published.schema(measurement.metrics(), measurement.definitions())
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def show(options: Globals, root: click.Context, config: Path | None, *, whole: bool, as_json: bool) -> None:
    """Print every value of the configuration, and of the options that stand before the command."""
    path = config or options.root / USUAL
    found = configuration(options.root, config)
    told = [*_options(options, root), *_settings(options, root, path, found, whole)]
    if as_json:
        click.echo(dumps([{"key": one.key, "value": _bare(one.value), "from": one.origin} for one in told]))
        return
    Sheet(("key", "value", "from"), tuple((one.key, _words(one.value), one.origin) for one in told)).show()


def _options(options: Globals, root: click.Context) -> list[Told]:
    """Return the options before the command, but for --jobs, which is a setting, too."""
    values: dict[str, object] = {name: value for name, value in root.params.items() if name != "jobs"}
    values["workspace"] = str(options.root)
    return [Told(f"--{name.replace('_', '-')}", value, _source(root, name)) for name, value in values.items()]


def _source(root: click.Context, name: str) -> str:
    parameter = next(one for one in root.command.params if one.name == name)
    source = root.get_parameter_source(name)
    if source is ParameterSource.COMMANDLINE:
        return f"command line {parameter.opts[0]}"
    if source is ParameterSource.ENVIRONMENT:
        return f"environment {parameter.envvar}"
    return DEFAULT


def _settings(options: Globals, root: click.Context, path: Path, found: Configuration, whole: bool) -> list[Told]:
    defaults = {
        "title": found.title,
        "output": str(options.workspace.reports / found.report_name),
        "as_of": "the newest commit",
        "settings.jobs": cores(),
        "settings.definition": DEFINITION,
    }
    told = []
    for one in origins.settings(path, whole=whole):
        origin = f"{path.name}:{one.line}" if one.line else DEFAULT
        value = defaults.get(one.key) if one.value is None else one.value
        if one.key == "settings.jobs" and options.jobs:
            value, origin = options.jobs, _source(root, "jobs")
        told.append(Told(one.key, value, origin))
    return told


def _bare(value: object) -> object:
    """Return a value as JSON can have it, and without a password in an address."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return without_credentials(str(value))


def _words(value: object) -> str:
    if value is None:
        return "not set"
    if isinstance(value, str | Decimal):
        return without_credentials(str(value))
    return json.dumps(_bare(value), ensure_ascii=False)
