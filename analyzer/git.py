"""How every git process is run: a clean environment, no prompts, no helpers that a stranger could trigger."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# What transport needs from the user: where the configuration with proxies, credentials and `insteadOf` lies, and
# the agent that holds keys. All other GIT_* variables could point git at another repository or run a program.
_KEPT = frozenset(
    {
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_PROXY_COMMAND",
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_SSL_CAINFO",
        "GIT_SSL_CAPATH",
    }
)

SAFE = (
    ("core.hooksPath", os.devnull),
    ("core.fsmonitor", "false"),
    ("core.quotePath", "false"),
    ("protocol.ext.allow", "never"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
)
"""Settings that hold whatever a repository or the user says."""

_LINES_KEPT = 500


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
    kept.update(extra or {})
    return kept


def command(*arguments: str, git_dir: Path | None = None, settings: Sequence[tuple[str, str]] = ()) -> list[str]:
    """Return the words of a git command; `arguments` that come from outside must stand behind `--` or be hashes."""
    words = ["git"]
    if git_dir is not None:
        words.append(f"--git-dir={git_dir}")
    for key, value in (*SAFE, *settings):
        words += ["-c", f"{key}={value}"]
    return [*words, *arguments]


def run(
    *arguments: str,
    git_dir: Path | None = None,
    settings: Sequence[tuple[str, str]] = (),
    stdin: bytes | None = None,
    extra: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end and return what it printed; never raises for a non-zero exit code."""
    words = command(*arguments, git_dir=git_dir, settings=settings)
    return subprocess.run(words, input=stdin or b"", capture_output=True, env=environment(extra), check=False)


def run_briefly(
    *arguments: str, seconds: float, settings: Sequence[tuple[str, str]] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run git for so many seconds at most; if it has not ended then, it and its children are ended, with exit code 124.

    It reads nothing and belongs to no terminal, so that none of its children can ask anything.
    """
    words = command(*arguments, settings=settings)
    with subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, b"", b"fatal: operation timed out after %g s" % seconds)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def stream(
    *arguments: str,
    heard: Callable[[str], None],
    git_dir: Path | None = None,
    settings: Sequence[tuple[str, str]] = (),
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end and tell `heard` each line of stderr as it comes; never raises for a non-zero exit code.

    A line ends at a carriage return too, as progress does. The result's stderr holds the last lines; its stdout is
    empty. When `heard` raises, or the user interrupts, git is asked to end and to clean up before the error goes on.
    """
    words = command(*arguments, git_dir=git_dir, settings=settings)
    kept: deque[bytes] = deque(maxlen=_LINES_KEPT)
    with subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment()
    ) as process:
        try:
            _listen(process, kept, heard)
        finally:
            if process.poll() is None:
                process.terminate()
    return subprocess.CompletedProcess(words, process.returncode, b"", b"\n".join(kept))


def _listen(process: subprocess.Popen[bytes], kept: deque[bytes], heard: Callable[[str], None]) -> None:
    assert process.stderr is not None  # noqa: S101  (it was opened as a pipe by our caller)
    rest = b""
    while piece := os.read(process.stderr.fileno(), 65536):
        *lines, rest = re.split(rb"[\r\n]+", rest + piece)
        for line in lines:
            kept.append(line)
            heard(line.decode("utf-8", "replace"))
    if rest:
        kept.append(rest)
        heard(rest.decode("utf-8", "replace"))
    process.wait()
