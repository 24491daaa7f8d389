"""A process that is killed while it writes loses at most the batch in flight."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analyzer.store.store import Store
from tests.store.made import change, line, oid

NAMES = [f"c{number}" for number in range(80)]
WRITER = """
import sys
from pathlib import Path
from analyzer.store import commits
from analyzer.store.store import Store
from tests.store.test_killed import write
commits.BATCH = 20
with Store.open(Path(sys.argv[1])) as store:
    write(store)
print("done", flush=True)
"""
ROOT = Path(__file__).parents[2]


def changes_of(name: str):
    return [change(name, "A", f"{name}/{number}.py", new=f"{name} {number}") for number in range(20)]


def write(store: Store) -> None:
    """Go on from where the store is, as the pipeline does."""
    repo = store.repository("a", "a")
    known = store.known_commits(repo)
    store.add_commits(repo, [made for made in line(*NAMES) if made.sha not in known])
    names = {oid(name): name for name in NAMES}
    pending = [sha for sha, _parent in store.pending_changes(repo)]
    for start in range(0, len(pending), 10):
        batch = pending[start : start + 10]
        store.add_changes(repo, batch, [row for sha in batch for row in changes_of(names[sha])])
    store.set_mined_head(repo, oid(NAMES[-1]), "main")


def check(path: Path) -> tuple[int, int]:
    """Return (commits, mined commits), having made sure that nothing is there by halves."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute(
            "SELECT mined, (SELECT COUNT(*) FROM changes WHERE changes.commit_id = commits.commit_id), "
            "(SELECT COUNT(*) FROM parents WHERE parents.commit_id = commits.commit_id) = commits.parents FROM commits"
        ).fetchall()
    connection.close()
    assert all(count == (20 if mined else 0) and whole for mined, count, whole in rows)
    mined = sum(mined for mined, _count, _whole in rows)
    assert len(rows) % 20 == 0 and mined % 10 == 0
    return len(rows), mined


@pytest.mark.slow
def test_killing_the_writer_again_and_again_loses_nothing_that_was_stored(tmp_path):
    path = tmp_path / "facts.sqlite"
    Store.open(path).close()
    before, kills = (0, 0), 0
    for attempt in range(60):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        # Kill as soon as something new was stored, a little later each time, so that all stages are hit.
        deadline = time.monotonic() + 30
        while writer.poll() is None and count(path) <= before and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(0.002 * (attempt % 7))
        writer.kill()
        out, err = writer.communicate()
        assert writer.returncode in (0, -9), err.decode()
        after = check(path)
        assert after >= before
        before = after
        if b"done" in out:
            break
        kills += 1
    assert kills >= 3
    assert before == (len(NAMES), len(NAMES))
    with Store.open(path) as store:
        assert not store.rebuilt
        assert store.pending_changes(store.repository("a", "a")) == []
        whole = Store.open(tmp_path / "undisturbed.sqlite")
        write(whole)
        for table in ("commits", "changes", "paths"):
            assert facts(store, table) == facts(whole, table)
        whole.close()


def facts(store: Store, table: str):
    repo = store.repository("a", "a")
    return store.facts(repo, "a", store.head(repo), [table])[table].to_dict("records")


def count(path: Path) -> tuple[int, int]:
    with sqlite3.connect(path, timeout=30) as connection:
        found = connection.execute("SELECT COUNT(*), COALESCE(SUM(mined), 0) FROM commits").fetchone()
    connection.close()
    return found


def test_a_transaction_that_is_cut_off_leaves_no_trace(tmp_path):
    path = tmp_path / "facts.sqlite"
    cut = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from analyzer.store import changes, commits\n"
        "from analyzer.store.store import Store\n"
        "from tests.store.made import line, oid\n"
        "from tests.store.test_killed import changes_of\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "repo = store.repository('a', 'a')\n"
        "store.add_commits(repo, line('c0', 'c1'))\n"
        "with store._database.writing() as connection:\n"
        "    changes.add(connection, repo, [oid('c0')], changes_of('c0'))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", cut, str(path)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr.decode()
    with Store.open(path) as store:
        repo = store.repository("a", "a")
        assert store.pending_changes(repo) == [(oid("c0"), None), (oid("c1"), None)]
        assert store.unclassified_paths(repo, "rules") == []
