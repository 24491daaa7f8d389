"""Lines on stderr that machines read: one JSON object each."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

import click

from analyzer.model.wording import instant


@dataclass(slots=True)
class _Wish:
    """What the global options said; there is one command line in a process."""

    as_json: bool = False


_WISH = _Wish()


def write_json(wanted: bool) -> None:
    """Say whether all of stderr is written as JSON."""
    _WISH.as_json = wanted


def json_wanted() -> bool:
    """Whether all of stderr is written as JSON."""
    return _WISH.as_json


def event(name: str, message: str, **details: object) -> None:
    """Write one line: when, what kind of event, a sentence, and details; only ASCII, which drives no terminal."""
    plain = {"time": instant(time.time()), "event": name, "message": message, **details}
    click.echo(json.dumps(plain, ensure_ascii=True).replace("\x7f", "\\u007f"), err=True)


class Events:
    """The log of `diptych watch`: JSON if wanted, else the time and the sentence."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def event(self, name: str, message: str, **details: object) -> None:
        """Tell one event."""
        if self._quiet:
            return
        if json_wanted():
            event(name, message, **details)
        else:
            click.echo(f"{instant(time.time())} {message}", err=True)
