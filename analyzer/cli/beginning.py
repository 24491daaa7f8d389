"""What `diptych init` finds out, and writes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from analyzer import git
from analyzer.acquire.location import Location, parse_location
from analyzer.cli.choice import USUAL
from analyzer.cli.configured import schema
from analyzer.cli.globals import Globals
from analyzer.cli.text import clean
from analyzer.config import published, starting
from analyzer.config.starting import Start
from analyzer.errors import AnalyzerError, BadSpec, ConfigError, ReportNotWritten


def write(options: Globals, words: Sequence[str], *, force: bool) -> None:
    """Write the configuration and, beside it, the schema that editors read.

    Raises AnalyzerError if there is a configuration already, or no place for one.
    """
    place = options.root / USUAL
    if not force and os.path.lexists(place):
        raise AnalyzerError(f"there is a configuration already: {place}", hint="--force writes over it")
    starts = list(dict.fromkeys(_given(word, options.root) for word in words)) or [_here(options.root)]
    text = starting.first(starts, options.root)
    # Beside it, not in cache/: it is for everybody who gets the configuration, and cache/ may be deleted at any time.
    for file, content in ((options.root / published.FILE, schema()), (place, text)):
        _put(file, content)
    for start in starts:
        click.echo(f"{start.key}: {clean(start.value)}")
    click.echo(f"Wrote {clean(str(place))}; next: diptych run")


def _put(place: Path, content: str) -> None:
    from analyzer.render.output import write

    try:
        # What a link of a stranger's repository leads to is not written over: the link is.
        write(content, place)
    except ReportNotWritten as error:
        raise AnalyzerError(error.message, hint="choose another folder with --workspace") from None


def _given(word: str, root: Path) -> Start:
    location = parse_location(word, base=Path.cwd())
    if location.local is not None and not location.local.is_dir():
        raise BadSpec(f"there is no folder {word!r}", hint="write a URL, owner/name, or the path of a folder")
    if location.display != location.url:
        click.echo("note: a password or token is left out: give git a credential helper for it", err=True)
    return _start(location, root)


def _here(root: Path) -> Start:
    """Return the repository of the current folder: its origin, or itself."""
    try:
        found = git.run("rev-parse", "--path-format=absolute", "--show-toplevel")
    except FileNotFoundError:
        raise AnalyzerError("git is not installed", hint="install git, then see diptych doctor") from None
    if found.returncode:
        # A bare repository has no top, only its own folder.
        found = git.run("rev-parse", "--absolute-git-dir")
    if found.returncode:
        hint = "name repositories: diptych init https://github.com/pallets/flask"
        raise ConfigError("the current folder is in no git repository", hint=hint)
    top = Path(os.fsdecode(found.stdout.rstrip(b"\r\n")))
    origin = os.fsdecode(git.run("config", "--get", "remote.origin.url").stdout.rstrip(b"\r\n"))
    return _start(_origin(origin, top) or parse_location(str(top), base=top), root)


def _origin(text: str, top: Path) -> Location | None:
    try:
        return parse_location(text, base=top)
    except BadSpec:
        return None


def _start(location: Location, root: Path) -> Start:
    if location.local is None:
        return Start("url", location.display)
    inside = location.local == root or root in location.local.parents or location.local in root.parents
    return Start("path", os.path.relpath(location.local, root) if inside else str(location.local))
