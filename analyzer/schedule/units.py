"""A schedule in the words of other schedulers: systemd, cron, GitHub Actions. Texts, by the names of their files."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analyzer.errors import ConfigError
from analyzer.model.schedule import Schedule, span
from analyzer.schedule.calendar import closest, cron_of, on_calendar, plain
from analyzer.schedule.plan import fields

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
"""What a unit may be called."""
_LEAST = 300
"""Seconds between two runs of a workflow, as GitHub documents it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run."""

    name: str
    """Of the unit; see `NAME`."""
    command: tuple[str, ...]
    """Absolute path of the program, and its words."""
    folder: str
    """Absolute path of the folder it runs in."""
    configuration: str
    """Of the comparison, as the repository with the workflow has it."""


def systemd(schedule: Schedule, job: Job) -> dict[str, str]:
    """Return a service and a timer."""
    words = " ".join(map(_systemd_word, job.command))
    # A report that lacks a repository, or raises an alert, has been made: the next run is not to wait for a person.
    service = f"""\
[Unit]
Description=Diptych: refresh and report ({job.name})
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_systemd_path(job.folder)}
ExecStart={words}
SuccessExitStatus=1 4
Nice=10
NoNewPrivileges=true
PrivateTmp=true
"""
    if schedule.every:
        when = f"OnStartupSec=1min\nOnUnitActiveSec={schedule.every}s\n"
    else:
        zone = "" if schedule.timezone == "UTC" else f" {schedule.timezone}"
        lines = on_calendar(fields(schedule.cron), zone or " UTC")
        when = "".join(f"OnCalendar={line}\n" for line in lines) + "Persistent=true\n"
    jitter = f"RandomizedDelaySec={schedule.jitter}s\n" if schedule.jitter else ""
    timer = f"""\
[Unit]
Description=Diptych: when to refresh ({job.name})

[Timer]
{when}{jitter}Unit={job.name}.service

[Install]
WantedBy=timers.target
"""
    return {f"{job.name}.service": service, f"{job.name}.timer": timer}


def cron(schedule: Schedule, job: Job) -> dict[str, str]:
    """Return lines for a crontab. Raises ConfigError for days and intervals that cron does not know."""
    when = fields(schedule.cron) if schedule.cron else cron_of(schedule.every)
    plain(when, "cron")
    # A % ends the command in a crontab, unless it is escaped.
    command = shlex.join(job.command).replace("%", r"\%")
    folder = shlex.quote(job.folder).replace("%", r"\%")
    lines = [f"# Diptych: refresh and report ({job.name})"]
    lines.append("# cronie reads the next line; other crons go by the time zone of the machine.")
    lines.append(f"CRON_TZ={schedule.timezone}")
    if schedule.jitter:
        lines.append(f"# cron knows no jitter: that of {span(schedule.jitter)} is left out.")
    lines.append(f"{when} cd {folder} && {command}")
    return {f"{job.name}.cron": "\n".join(lines) + "\n"}


def github_actions(schedule: Schedule, job: Job) -> dict[str, str]:
    """Return a workflow. Raises ConfigError for days and intervals that GitHub Actions do not know."""
    when = fields(schedule.cron) if schedule.cron else cron_of(schedule.every)
    if closest(plain(when, "GitHub Actions")) < _LEAST:
        raise ConfigError(f"GitHub Actions run nothing more often than every {span(_LEAST)}", hint="choose fewer runs")
    zone = "" if schedule.timezone == "UTC" else f"  # read as UTC by GitHub, written for {schedule.timezone}"
    configuration = shlex.quote(job.configuration)
    text = f"""\
# Diptych: refresh and report, as a workflow. Put it into .github/workflows/ of the repository with the configuration.
name: {job.name}
on:
  schedule:
    - cron: {_yaml(when)}{zone}
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: {job.name}
jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - uses: actions/cache@v4
        with:
          path: cache
          key: diptych-${{{{ github.run_id }}}}
          restore-keys: diptych-
      # No index has Diptych: set the variable DIPTYCH of the repository to what pip takes, such as git+https://...
      - run: python -m pip install "${{DIPTYCH:?is not set}}"
        env:
          DIPTYCH: ${{{{ vars.DIPTYCH }}}}
      - run: {_yaml(f"diptych --no-progress --log-format json run {configuration}")}
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: reports
          path: reports
"""
    return {f"{job.name}.yml": text}


KINDS: Mapping[str, Callable[[Schedule, Job], dict[str, str]]] = {
    "systemd": systemd,
    "cron": cron,
    "github-actions": github_actions,
}
"""Name of a scheduler -> what writes files for it."""


def units(kind: str, schedule: Schedule, job: Job) -> dict[str, str]:
    """Return the files for a scheduler of `KINDS`, by name. Raises ConfigError for what it cannot be told."""
    if not NAME.fullmatch(job.name):
        raise ConfigError(f"{job.name!r} is no name for a unit", hint="letters, digits, and . _ - within")
    for word in (*job.command, job.folder, job.configuration):
        if not word.isprintable():
            raise ConfigError(f"a path holds what no unit file can: {word!r}", hint="move the workspace")
    return KINDS[kind](schedule, job)


def _systemd_word(word: str) -> str:
    """Return a word of ExecStart: in quotes where needed, and no specifier or variable in it is expanded."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return escaped if re.fullmatch(r"[\w@%+=:,./-]+", word, re.ASCII) else f'"{escaped}"'


def _systemd_path(path: str) -> str:
    # Not quoted: it is one value to the end of its line.
    return path.replace("%", "%%")


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
