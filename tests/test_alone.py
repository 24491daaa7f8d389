"""One refresh at a time: who comes second is told by whom; who was killed holds nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.alone import Holder, alone, holder
from analyzer.errors import RefreshHeld, StoreError
from analyzer.workspace import Workspace

HOLDS = """
import sys
from pathlib import Path
from analyzer.alone import alone
from analyzer.workspace import Workspace
with alone(Workspace(Path(sys.argv[1])), 1_600_000_000):
    print("held", flush=True)
    sys.stdin.read()
"""
ROOT = Path(__file__).parent.parent


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "ws")


@pytest.fixture
def other(workspace: Workspace):
    """Another process that holds the workspace."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(workspace.root)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_refresh_is_told_who_holds_the_workspace_and_since_when(workspace, other):
    with pytest.raises(RefreshHeld) as caught, alone(workspace, 1_600_000_100):
        pytest.fail("two refreshes at once")
    since = "13 September 2020, 12:26:40 UTC"
    assert caught.value.message == f"{workspace.root} is being refreshed by process {other.pid} since {since}"
    assert caught.value.exit_code == 1
    assert caught.value.hint
    assert holder(workspace) == Holder(other.pid, 1_600_000_000)


def test_a_killed_holder_is_named_and_its_lock_taken_over(workspace, other):
    other.kill()
    other.wait()
    with alone(workspace, 1_600_000_100) as killed:
        assert killed == Holder(other.pid, 1_600_000_000)
        assert holder(workspace) == Holder(os.getpid(), 1_600_000_100)
    assert holder(workspace) is None


def test_who_leaves_in_order_or_by_an_error_is_not_taken_for_killed(workspace):
    with alone(workspace, 1) as killed:
        assert killed is None
    with pytest.raises(KeyboardInterrupt), alone(workspace, 2):
        raise KeyboardInterrupt
    with alone(workspace, 3) as killed:
        assert killed is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x", "since": 1}', '{"pid": 1}'])
def test_an_unreadable_holder_is_nobody(workspace, text):
    workspace.cache.mkdir(parents=True)
    (workspace.cache / "refresh.holder").write_text(text, encoding="utf-8")
    with alone(workspace, 1) as killed:
        assert killed is None


def test_a_workspace_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"), alone(Workspace(tmp_path), 1):
        pytest.fail("there is no place for a lock")
