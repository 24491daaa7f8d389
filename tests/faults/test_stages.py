"""`kill -9` at the beginning and the end of each stage, and at each file that is put in place: the same report."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.scene import ROOT, history

# Everything is imported once; each attempt is a fork that kills itself where no attempt before it did.
DRIVER = """
import os, sys
from contextlib import contextmanager
from pathlib import Path
from analyzer.cli import globals as options, boundary
import analyzer.compare.build, analyzer.render.page, analyzer.stages.kept, analyzer.stages.comparing

class Task:
    def __init__(self, label):
        self.label = label
        reached("begin " + label)
    def total(self, amount): pass
    def advance(self, amount=1): pass
    def finish(self): reached("end " + self.label)

class Killing:
    def task(self, label, total=None): return Task(label)
    def note(self, message): sys.stderr.write(message + chr(10))

@contextmanager
def listener(**_): yield Killing()
options.listener = listener

rename = Path.replace
def replace(self, target):
    what = Path(target).parent.name + "/" + Path(target).suffix
    reached("before " + what)
    made = rename(self, target)
    reached("after " + what)
    return made
Path.replace = replace

def run(root, heard):
    global reached
    reached = heard
    words = ["--workspace", str(root), "--jobs", "1", "run"]
    return boundary.guarded(words)

def forked(root, heard):
    # This process never runs anything itself: it is forked again and again.
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        tell = lambda where: os.write(writing, where.encode() + bytes(1))
        os._exit(run(root, lambda where: heard(where, tell)))
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        found = told.read().decode().split(chr(0))[:-1]
    return os.waitpid(child, 0)[1], found

def kill(where, tell):
    if where not in killed:
        tell(where)
        os.kill(os.getpid(), 9)

calm, hurt, killed = Path(sys.argv[1]), Path(sys.argv[2]), []
status, seen = forked(calm, lambda where, tell: tell(where))
assert status == 0, status
while True:
    status, found = forked(hurt, kill)
    if os.WIFEXITED(status):
        assert status == 0, status
        break
    killed += found
    assert len(killed) < 200
missed = {where for where in seen if where.startswith(("begin", "before"))} - set(killed)
assert not missed, missed
print(len(killed))
"""


@pytest.mark.slow
def test_killed_at_every_stage_it_comes_to_the_same_report(tmp_path: Path) -> None:
    remote = history(tmp_path / "one.git", bulk=20_000).build().as_uri()
    for name in ("calm", "hurt"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "diptych.toml").write_text(f'[[repository]]\nname = "one"\nurl = "{remote}"\n')
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(tmp_path / "calm"), str(tmp_path / "hurt")],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.splitlines()[-1]) >= 20
    calm, hurt = ((tmp_path / name / "reports" / "one.html").read_bytes() for name in ("calm", "hurt"))
    assert calm == hurt
