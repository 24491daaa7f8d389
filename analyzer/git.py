"""How every git process is run: a clean environment, no prompts, no helpers that a stranger could trigger."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

# What transport needs from the user: where the configuration with proxies, credentials and `insteadOf` lies, and
# the agent that holds keys. All other GIT_* variables could point git at another repository or run a program.
_KEPT = frozenset(
    {"GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_CONFIG_GLOBAL", "GIT_PROXY_COMMAND"}
)

_SAFE = (
    ("core.hooksPath", os.devnull),
    ("core.fsmonitor", "false"),
    ("core.quotePath", "false"),
    ("protocol.ext.allow", "never"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for a git process: English messages, no prompt, no inherited repository."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in _KEPT}
    kept.update(
        LC_ALL="C.UTF-8",
        LANGUAGE="",
        GIT_TERMINAL_PROMPT="0",
        GIT_ASKPASS="",
        SSH_ASKPASS="",
        GIT_OPTIONAL_LOCKS="0",
        GIT_NO_LAZY_FETCH="1",
        GIT_NO_REPLACE_OBJECTS="1",
        GIT_ALLOW_PROTOCOL="https:http:ssh:git:file",
    )
    kept.setdefault("GIT_SSH_COMMAND", "ssh -oBatchMode=yes")
    kept.update(extra or {})
    return kept


def command(*arguments: str, git_dir: Path | None = None, settings: Sequence[tuple[str, str]] = ()) -> list[str]:
    """Return the words of a git command; `arguments` that come from outside must stand behind `--` or be hashes."""
    words = ["git"]
    if git_dir is not None:
        words.append(f"--git-dir={git_dir}")
    for key, value in (*_SAFE, *settings):
        words += ["-c", f"{key}={value}"]
    return [*words, *arguments]


def run(
    *arguments: str,
    git_dir: Path | None = None,
    settings: Sequence[tuple[str, str]] = (),
    stdin: bytes | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end and return what it printed; never raises for a non-zero exit code."""
    words = command(*arguments, git_dir=git_dir, settings=settings)
    return subprocess.run(words, input=stdin or b"", capture_output=True, env=environment(), check=False)
