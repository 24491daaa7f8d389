"""`diptych completion`: the script that makes Tab complete commands and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    \b
    Examples:
      diptych completion bash > ~/.local/share/bash-completion/completions/diptych
      diptych completion zsh > "${fpath[1]}/_diptych"
      diptych completion fish > ~/.config/fish/completions/diptych.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}", context)
    click.echo(kind(context.find_root().command, {}, "diptych", "_DIPTYCH_COMPLETE").source())
