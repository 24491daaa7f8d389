"""A repository grows while refreshes, reports and kills go on; at the end all facts are compared with a cold run.

    python bench/soak.py --minutes 30

Commits, merges, tags, deleted files and rewritten branches are made in a repository in a temporary folder. Meanwhile a
workspace is refreshed, asked and reported on, sometimes by two commands at a time, and some of them are killed. At the
end the workspace is refreshed once more and held against one that read everything once: by the table of the report (its
page tells of refreshes, too), the values of every metric, and `diptych verify` where there is that command. The exit
code is 0 if all is equal.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    ("refresh",),
    ("refresh", "--history-only"),
    ("run",),
    ("report",),
    ("show", "commits"),
    ("people",),
    ("watch", "--rounds", "1"),
)
KILLED = 0.3
"""Share of the commands that are killed."""
ENDED = {0, 1, 4}
"""Exit codes of commands that were not killed: well, an expected failure (the other one is at it), some failed."""


@dataclass
class Soak:
    """What happened."""

    folder: Path
    chance: random.Random
    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def remote(self) -> Path:
        return self.folder / "remote.git"

    def git(self, *words: str, stdin: bytes = b"") -> str:
        command = ["git", "-C", str(self.remote), *words]
        return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout.decode().strip()

    def begin(self) -> None:
        """Make the repository and the workspace."""
        subprocess.run(["git", "init", "-q", "--bare", "--initial-branch=main", str(self.remote)], check=True)
        for name in ("ws", "cold"):
            (self.folder / name).mkdir()
            text = f'[[repository]]\nname = "soak"\nurl = "{self.remote.as_uri()}"\n[schedule]\nevery = "1m"\n'
            (self.folder / name / "diptych.toml").write_text(text, encoding="utf-8")
        self.grow(50)

    def grow(self, commits: int) -> None:
        """Add commits to the branch; now and then begin anew from an older one, merge, or tag."""
        stream: list[bytes] = []
        kind = self.chance.random()
        start = b"" if not self.done["commits"] else b"from refs/heads/main^0\n"
        if kind < 0.1 and self.done["commits"] > 60:
            start = b"from refs/heads/main~%d\n" % self.chance.randrange(1, 20)
            self.done["rewrites"] += 1
        for number in range(commits):
            self.done["commits"] += 1
            stream += self.commit(start if number == 0 else b"", merge=number == commits - 1 and 0.1 < kind < 0.4)
        self.git("fast-import", "--quiet", "--force", "--date-format=raw", stdin=b"".join(stream))
        if kind > 0.8:
            self.done["tags"] += 1
            self.git("tag", f"1.{self.done['tags']}", "main")

    def commit(self, start: bytes, *, merge: bool) -> list[bytes]:
        """Return one commit for `git fast-import`, with `merge` of an older state of the branch."""
        number, chance = self.done["commits"], self.chance
        who = b"P%d <p%d@example.org> %d +0000" % (number % 7, number % 7, 1_577_836_800 + number * 3_600)
        head = [b"commit refs/heads/main\nauthor %s\ncommitter %s\ndata 2\nc\n" % (who, who), start]
        if merge and start:
            head.append(b"merge refs/heads/main~1\n")
            self.done["merges"] += 1
        lines = b"".join(
            b"# %d\nx%d = %d\n" % (chance.randrange(99), line, number) for line in range(chance.randrange(40))
        )
        path = b"d%d/f%d.py" % (chance.randrange(4), chance.randrange(20))
        body = [b"M 100644 inline %s\ndata %d\n%s\n" % (path, len(lines), lines)]
        if chance.random() < 0.1:
            body.append(b"D d%d/f%d.py\n" % (chance.randrange(4), chance.randrange(20)))
        return [*head, *body, b"\n"]

    def start(self, workspace: str, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "analyzer", "--workspace", str(self.folder / workspace), "--quiet", *words]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=self.folder, env=environment, text=True, start_new_session=True, **streams)

    def turn(self, seconds: float) -> None:
        """Run one or two commands while the repository grows; kill some."""
        chance = self.chance
        running = [(words, self.start("ws", *words)) for words in chance.choices(COMMANDS, k=chance.choice((1, 1, 2)))]
        self.grow(chance.randrange(1, 30))
        for words, process in running:
            self.done[" ".join(words)] += 1
            killed = chance.random() < KILLED
            try:
                _, err = process.communicate(timeout=chance.random() * seconds if killed else 600)
            except subprocess.TimeoutExpired:
                if not killed:
                    self.wrong.append(f"{' '.join(words)} did not end")
                os.killpg(process.pid, signal.SIGKILL) if chance.random() < 0.5 else process.kill()
                self.done["kills"] += 1
                _, err = process.communicate()
            if process.returncode not in (*ENDED, -signal.SIGKILL):
                self.wrong.append(f"{' '.join(words)} ended {process.returncode}: {err[-400:]}")

    def ask(self, workspace: str, *words: str) -> str:
        with self.start(workspace, *words) as process:
            out, err = process.communicate()
        if process.returncode:
            self.wrong.append(f"{workspace}: {' '.join(words)} ended {process.returncode}: {err[-400:]}")
        return out

    def compare(self) -> None:
        """Hold the workspace against a cold one."""
        for workspace in ("ws", "cold"):
            self.ask(workspace, "run")
        tables = [self.folder / f"{name}.csv" for name in ("ws", "cold")]
        for path in tables:
            self.ask(path.stem, "report", "--format", "csv", "--output", str(path))
        if tables[0].read_bytes() != tables[1].read_bytes():
            self.wrong.append("the tables of the reports differ")
        metrics = [one["metric"] for one in json.loads(self.ask("cold", "show", "--json"))]
        for metric in metrics:
            warm, cold = (self.ask(name, "show", metric, "--json") for name in ("ws", "cold"))
            self.done["metrics equal" if warm == cold else "metrics that differ"] += 1
            if warm != cold:
                self.wrong.append(f"{metric} differs")
        if "verify" in self.ask("ws", "--help"):
            print(self.ask("ws", "verify"))
            self.done["verified"] += 1


def main() -> int:
    """Run and print; the exit code says whether all was equal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="diptych-soak-"))
    soak = Soak(folder, random.Random(options.seed))
    end = time.monotonic() + options.minutes * 60
    soak.begin()
    while time.monotonic() < end:
        begun = time.monotonic()
        soak.turn(10)
        soak.done["turns"] += 1
        soak.done["seconds in turns"] += round(time.monotonic() - begun)
    soak.compare()
    for what, count in sorted(soak.done.items()):
        print(f"{what:<24}{count:>8}")
    print("\n".join(soak.wrong) or "equal to a cold run")
    if options.keep:
        print(f"kept: {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
