"""Git runs that talk to a remote: settings that keep strangers' tricks out, progress in, failures translated."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import stamina

from analyzer import git
from analyzer.acquire.failures import Passing, failure
from analyzer.acquire.location import Location
from analyzer.errors import HostNotFound
from analyzer.progress import Progress, Task

_SETTINGS = (
    ("fetch.unpackLimit", "1"),  # one pack for a fetch, not a file for an object
    ("fetch.writeCommitGraph", "false"),
    ("http.lowSpeedLimit", "10"),  # a connection that brings less for a minute is dead; progress alone brings 40
    ("http.lowSpeedTime", "60"),
)
_PROGRESS = re.compile(r"(?P<phase>Receiving objects|Resolving deltas):\s+\d+% \((?P<done>\d+)/(?P<all>\d+)\)")
# No question, and no connection that is dead for ever: HTTP has its limits above, and whatever stays silent is ended.
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15 -oServerAliveCountMax=4"
SILENCE = 300.0
"""Seconds without a word of git's progress, which comes every second where anything moves, after which it is ended."""
_ATTEMPTS = 3
_LONGEST_WAIT = 8.0

Result = TypeVar("Result")

# It would write a line of its own to the terminal of whoever runs us.
stamina.instrumentation.set_on_retry_hooks(())


def connect(
    *arguments: str, location: Location, progress: Progress, doing: str, label: str, git_dir: Path | None = None
) -> None:
    """Run one git command that transfers objects, with a bar `label` fed by git's own progress.

    `doing` is the verb of the error ("clone"). Raises AcquireError; `patiently` tries again what raised Passing.
    """
    meter = _Meter(progress, label)
    try:
        ended = git.stream(*arguments, heard=meter.hear, git_dir=git_dir, settings=settings(), silence=SILENCE)
    finally:
        meter.finish()
    if ended.returncode != 0:
        raise failure(ended.stderr, location, doing=doing)


def patiently(work: Callable[[], Result], *, between: Callable[[], object] | None = None) -> Result:
    """Return what `work` returns; after trouble on the way try again a little later, `between` first, thrice in all.

    Trouble on the way is what Passing stands for, and a host that is not found or does not answer: a machine that has
    just woken up knows no name for a moment.
    """
    for attempt in stamina.retry_context(
        on=(Passing, HostNotFound), attempts=_ATTEMPTS, timeout=None, wait_initial=0.5, wait_max=_LONGEST_WAIT
    ):
        with attempt:
            if attempt.num > 1 and between is not None:
                between()
            return work()
    raise AssertionError("stamina raises after the last attempt")  # pragma: no cover


def settings() -> tuple[tuple[str, str], ...]:
    """Return the settings of runs that connect; SSH never asks, unless the user chose its command."""
    if "GIT_SSH" in os.environ or "GIT_SSH_COMMAND" in os.environ:
        return _SETTINGS
    if git.run("config", "--get", "core.sshCommand").returncode == 0:
        return _SETTINGS
    return (*_SETTINGS, ("core.sshCommand", _SSH))


class _Meter:
    """Git's progress lines -> one bar for what is received and one for what is resolved."""

    def __init__(self, progress: Progress, label: str) -> None:
        self._progress = progress
        self._label = label
        self._phase = "Receiving objects"
        self._task: Task = progress.task(label)
        self._done = 0

    def hear(self, line: str) -> None:
        match = _PROGRESS.match(line)
        if match is None:
            return
        if match["phase"] != self._phase:
            self._task.finish()
            self._phase, self._done = match["phase"], 0
            self._task = self._progress.task(f"{self._label}: resolving")
        if self._done == 0:
            self._task.total(int(match["all"]))
        done = int(match["done"])
        if done > self._done:
            self._task.advance(done - self._done)
            self._done = done

    def finish(self) -> None:
        self._task.finish()
