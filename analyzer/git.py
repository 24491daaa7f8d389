"""How every git process is run: a clean environment, no prompts, no helpers that a stranger could trigger."""

from __future__ import annotations

import os
import re
import selectors
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
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
_TIMED_OUT = 124
_PATIENCE = 10.0
_BRIEF_PATIENCE, _LOOK = 1.0, 0.02
"""Seconds that git may take to clean up."""


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
    seconds: float | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end and return what it printed; never raises for a non-zero exit code.

    With `seconds`, what has not ended by then is ended with all that it started: exit code 124.
    """
    words = command(*arguments, git_dir=git_dir, settings=settings)
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(extra)) as process:
        try:
            out, err = process.communicate(stdin or b"", timeout=seconds)
        except subprocess.TimeoutExpired:
            return _too_late(words, seconds)
        finally:
            _end(process)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


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
        except BaseException as error:
            _end_all(process)
            if isinstance(error, subprocess.TimeoutExpired):
                return _too_late(words, seconds)
            raise
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def stream(
    *arguments: str,
    heard: Callable[[str], None],
    git_dir: Path | None = None,
    settings: Sequence[tuple[str, str]] = (),
    silence: float | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end and tell `heard` each line of stderr as it comes; never raises for a non-zero exit code.

    A line ends at a carriage return too, as progress does. The result's stderr holds the last lines; its stdout is
    empty. When `heard` raises, or the user interrupts, git is asked to end and to clean up before the error goes on;
    so it is when it has said nothing for `silence` seconds, which gives exit code 124 and a last line that says so.
    """
    words = command(*arguments, git_dir=git_dir, settings=settings)
    kept: deque[bytes] = deque(maxlen=_LINES_KEPT)
    with subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment()
    ) as process:
        try:
            _listen(process, kept, heard, silence)
            process.wait()
        except TimeoutError:
            kept.append(b"fatal: nothing came for %g s" % (silence or 0))
            return subprocess.CompletedProcess(words, _TIMED_OUT, b"", b"\n".join(kept))
        finally:
            _end(process)
    return subprocess.CompletedProcess(words, process.returncode, b"", b"\n".join(kept))


def _listen(
    process: subprocess.Popen[bytes], kept: deque[bytes], heard: Callable[[str], None], silence: float | None
) -> None:
    """Hand on what git says until it says no more. Raises TimeoutError when nothing comes for so many seconds."""
    assert process.stderr is not None  # noqa: S101  (it was opened as a pipe by our caller)
    rest = b""
    while piece := _read(process.stderr.fileno(), silence):
        *lines, rest = re.split(rb"[\r\n]+", rest + piece)
        for line in lines:
            kept.append(line)
            heard(line.decode("utf-8", "replace"))
    if rest:
        kept.append(rest)
        heard(rest.decode("utf-8", "replace"))


def _read(pipe: int, seconds: float | None) -> bytes:
    # Windows waits for sockets only; there HTTP's and SSH's own limits have to do.
    if seconds is not None and os.name == "posix":
        with selectors.DefaultSelector() as waiting:
            waiting.register(pipe, selectors.EVENT_READ)
            if not waiting.select(seconds):
                raise TimeoutError
    return os.read(pipe, 65536)


def _too_late(words: list[str], seconds: float | None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.CompletedProcess(
        words, _TIMED_OUT, b"", b"fatal: operation timed out after %g s" % (seconds or 0)
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a git that still runs, and what it started: its transport would wait for a silent host by itself."""
    if process.poll() is not None:
        return
    started = _started_by(process.pid)
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
    for one in started:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(one, signal.SIGTERM)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End a git that leads a session and all that is in it, also if git itself has ended; kill what does not listen."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGTERM)
        end = time.monotonic() + _BRIEF_PATIENCE
        while time.monotonic() < end:
            # Git itself is in the session until somebody has heard of its end.
            process.poll()
            os.killpg(process.pid, 0)
            time.sleep(_LOOK)
        os.killpg(process.pid, signal.SIGKILL)


def _started_by(pid: int) -> list[int]:
    """Return the processes below one, as far as the system tells."""
    found = []
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            below = [int(one) for one in told.read_text(encoding="ascii").split()]
            found += [*below, *(more for one in below for more in _started_by(one))]
    return found
