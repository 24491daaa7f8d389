"""A repository, a workspace that reads it, and what an undisturbed run finds in it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.place import Place, Ran
from tests.repos import RepoBuilder

ROOT = Path(__file__).parents[2]
QUESTIONS: Sequence[Sequence[str]] = (
    ("show", "commits", "--by", "month", "--json"),
    ("show", "lines", "--by", "file", "--json"),
    ("show", "contributors", "--identity", "all", "--json"),
    ("show", "comment_ratio", "--by", "commit", "--definition", "all", "--json"),
    ("show", "survival", "--json"),
)


def history(path: Path, *, commits: int = 12, bulk: int = 0) -> RepoBuilder:
    """A small history with people, a merge, a tag, and `bulk` bytes that no packing makes smaller."""
    chance = random.Random(7)
    builder = RepoBuilder(path)
    for number in range(commits):
        text = "".join(f"# {chance.random()}\nx{line} = {line}\n" for line in range(20))
        builder.commit({f"a{number % 4}.py": text}, by=f"P{number % 3} <p{number % 3}@example.org>")
    side = builder.commit({"side.py": "y = 1\n"}, branch="side", parents=(2,))
    merge = builder.commit({"side.py": "y = 1\n"}, parents=(commits, side))
    builder.tag("1.0", merge)
    if bulk:
        builder.commit({"bulk.bin": chance.randbytes(bulk)})
    return builder


def answers(place: Place) -> list[object]:
    """Return what all questions give, asked in this process."""
    return [json.loads(asked(place, words).out) for words in QUESTIONS]


def asked(place: Place, words: Sequence[str]) -> Ran:
    """Ask one question, which must be answered."""
    ran = place.run(*words)
    assert ran.code == 0, ran.err
    return ran


def told_in_a_line(ran: Ran, *, hint: bool = True) -> None:
    """Check that a failure is one expected one: a line, a hint, no traceback."""
    assert ran.code == 1, ran.err
    assert "defect" not in ran.err
    assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
    assert ("hint: " in ran.err) or not hint


@dataclass(frozen=True, slots=True)
class Process:
    """Diptych as a user starts it, in a process of its own."""

    workspace: Path

    def start(self, *words: str, before: object = None) -> subprocess.Popen[str]:
        """Start a command in a group of its own; `before` runs in the child before it becomes Diptych."""
        command = [sys.executable, "-m", "analyzer", "--workspace", str(self.workspace), "--jobs", "2", *words]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=before,  # type: ignore[arg-type]
        )

    def run(self, *words: str, before: object = None) -> Ran:
        """Run a command to its end."""
        with self.start(*words, before=before) as process:
            out, err = process.communicate()
        return Ran(process.returncode, out, err)


def environment() -> Mapping[str, str]:
    """Return the environment of this test session, which has a home of nobody."""
    return {key: value for key, value in os.environ.items() if key != "DIPTYCH_HOME"}


def configure(workspace: Path, remote: str) -> None:
    """Write a configuration for one repository."""
    workspace.mkdir(exist_ok=True)
    (workspace / "diptych.toml").write_text(f'[[repository]]\nname = "one"\nurl = "{remote}"\n', encoding="utf-8")
