"""`kill -9` at any moment of a refresh: the same command afterwards comes to the end of an undisturbed run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repos import RepoBuilder, git

ROOT = Path(__file__).parent.parent
# Everything is imported once; each attempt is a fork that kills itself before or after its n-th transaction.
DRIVER = """
import os, sys
from contextlib import contextmanager
from pathlib import Path
from dataclasses import replace
from analyzer import pipeline
from analyzer.alone import holder
from analyzer.export.comparison_json import dumps
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
from analyzer.session import Session
from analyzer.store.database import Database
from analyzer.store.store import Store
from analyzer.workspace import Workspace

specs = [RepositorySpec(name, uri) for name, uri in (word.split("=") for word in sys.argv[2:])]

def run(root):
    begun = Session(Workspace(root), 1, Silent(), 1_600_000_000)
    with pipeline.alone(begun) as session:
        return dumps(pipeline.compare(session, specs, base=root, title="T", as_of=None))

def killing(step):
    plain, left = Database.writing, [step]
    @contextmanager
    def writing(self):
        with plain(self) as connection:
            yield connection
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), 9)  # before it is stored
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), 9)  # and after
    Database.writing = writing

root, cold = Path(sys.argv[1]), Path(sys.argv[1]).with_name("cold")
Store.open(Workspace(root).database).close()
expected = run(cold)
kills = 0
while True:
    child = os.fork()
    if child == 0:
        killing(kills + 1)
        run(root)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0
        break
    assert os.WTERMSIG(status) == 9
    assert holder(Workspace(root)).pid == child
    kills += 1
    assert kills < 500
assert run(root) == expected
with Store.open(Workspace(root).database) as store:
    assert [one.taken_over for one in store.record.newest(500)][0] is False
print(kills)
"""


@pytest.mark.slow
def test_killed_at_every_step_it_comes_to_the_same_end(tmp_path: Path) -> None:
    remotes = []
    for number, name in enumerate(("one", "two"), 1):
        builder = RepoBuilder(tmp_path / f"{name}.git")
        first = builder.commit({"a.py": "# one\nx = 1\n", "LICENSE": "MIT License\n"})
        side = builder.commit({"b.py": "def f(x: int): return x\n"}, branch="side", by="Bob <b@example.org>")
        builder.commit({"b.py": "def f(x: int): return x\n"}, parents=[first, side])
        builder.tag("1.0", builder.commit({"a.py": "# two\n" * number}))
        remotes.append(f"{name}={builder.build().as_uri()}")
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(tmp_path / "ws"), *remotes],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 3


@pytest.mark.slow
def test_a_git_that_outlives_a_killed_refresh_does_no_harm(tmp_path: Path) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x = 1\n"})
    builder.build()
    (tmp_path / "diptych.toml").write_text(f'[[repository]]\nurl = "{builder.path.as_uri()}"\n', encoding="utf-8")

    def diptych(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "analyzer", "--workspace", str(tmp_path), *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert diptych("refresh").returncode == 0
    for number in range(3):
        builder.commit({f"b{number}.py": "y = 1\n" * 1000})
        builder.build()
        process = subprocess.Popen(
            [sys.executable, "-m", "analyzer", "--workspace", str(tmp_path), "refresh"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not (tmp_path / "cache" / "refresh.holder").exists() and process.poll() is None:
            pass
        process.kill()
        process.wait()
        after = diptych("refresh")
        assert after.returncode == 0, after.stderr
    mirror = next((tmp_path / "cache" / "mirrors").rglob("one.git"))
    assert git(mirror, "rev-parse", "main") == git(builder.path, "rev-parse", "main")
    git(mirror, "fsck", "--full", "--strict")
