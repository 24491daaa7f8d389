"""`diptych facts`: facts of a repository in a file, to be carried from one cache to another."""

from __future__ import annotations

from pathlib import Path

import click

from analyzer.cli.globals import Globals

_CONFIG = click.option("--config", type=click.Path(path_type=Path), help="Another configuration than diptych.toml.")


@click.group()
def facts() -> None:
    """Carry what was read of a repository in a file.

    A file holds what was read of one repository, but no text of any file and no e-mail address of anybody: people are
    a name and a hash, from which nobody is found who does not have the key in the cache that it was made in. Where the
    repository can be reached, `diptych refresh` goes on from there and reads only what is new.

    \b
    Examples:
      diptych facts export flask flask.facts
      diptych facts import flask.facts
    """


@facts.command("export")
@click.argument("repository")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_CONFIG
@click.pass_obj
def export(options: Globals, repository: str, file: Path, config: Path | None) -> int:
    """Write the facts of REPOSITORY to FILE.

    REPOSITORY is a name in the configuration, a URL, owner/name or a path. What is not read yet is read first.

    \b
    Example:
      diptych facts export flask flask.facts
    """
    from analyzer import pipeline
    from analyzer.cli.carrying import write
    from analyzer.cli.choice import choose

    wanted = choose(options.root, config, [repository])
    with options.session(wanted) as session:
        content = pipeline.export_facts(session, wanted.repositories[0], base=wanted.base)
    write(file, content)
    if not options.quiet:
        click.echo(f"Facts: {click.format_filename(file)} ({len(content):,} bytes)")
    return 0


@facts.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("repository", required=False)
@_CONFIG
@click.pass_obj
def import_(options: Globals, file: Path, repository: str | None, config: Path | None) -> int:
    """Take in the facts in FILE.

    They must be of a repository of the configuration, or of REPOSITORY, as of a commit that is not known yet. Nothing
    of the file is run, and none of it is taken if it is damaged, of another version, or of another repository.

    \b
    Examples:
      diptych facts import flask.facts
      diptych facts import flask.facts https://github.com/pallets/flask
    """
    from analyzer import pipeline
    from analyzer.cli.choice import choose
    from analyzer.cli.text import clean
    from analyzer.stages.carrying import read_file

    wanted = choose(options.root, config, [repository] if repository else [])
    content = read_file(file)
    # It replaces what a refresh would be writing.
    with options.session(wanted) as begun, pipeline.alone(begun) as session:
        name, new = pipeline.import_facts(session, content, wanted.repositories, base=wanted.base)
    if not options.quiet:
        click.echo(f"Imported: {clean(name)}" if new else f"Nothing new: {clean(name)} is known as far as that")
    return 0


@facts.command("bundle")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_CONFIG
@click.pass_obj
def bundle(options: Globals, folder: Path, config: Path | None) -> int:
    """Write the facts of all repositories of the configuration into FOLDER, with a note of where they come from.

    `diptych run` goes on with those in cache/bundled/ where a repository cannot be reached and nothing else is known
    of it. Printed is what each part of the facts takes.

    \b
    Example:
      diptych facts bundle cache/bundled
    """
    from analyzer.cli.carrying import write_bundle
    from analyzer.cli.choice import choose

    wanted = choose(options.root, config, [])
    with options.session(wanted) as session:
        write_bundle(session, wanted, folder, quiet=options.quiet)
    return 0
