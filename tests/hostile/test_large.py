"""Repositories that are large on purpose are read with bounded memory, and what is too large is named."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.scene import Process
from tests.hostile.place import Place
from tests.repos import RepoBuilder, git

MEGABYTE = 1 << 20
PEAK = 900 * MEGABYTE
"""Of one process: what Python and its libraries take, and what a file of the largest size that is read may cost."""


def huge_file(repo: RepoBuilder) -> None:
    """A file of 100 MB of text, one of 100 MB of zeros, and a small one beside them."""
    repo.commit({"a.py": "# a\nx = 1\n"})
    repo.commit({"text.py": b"x = 1  # one\n" * (100 * MEGABYTE // 13), "zeros.bin": bytes(100 * MEGABYTE)})
    repo.commit({"a.py": "# a\nx = 2\n"})


def long_lines(repo: RepoBuilder) -> None:
    """Lines of 7 MB that are read, and of 10 MB that are not."""
    repo.commit({
        "a.py": "# a\nx = 1\n",
        "data.py": "x = [" + "1, " * (7 * MEGABYTE // 3) + "]\n",
        "text.py": "x = '" + "a" * (7 * MEGABYTE) + "'\n",
        "code.js": "x=" + "a+" * (7 * MEGABYTE // 2) + "b\n",
        "over.py": "x = '" + "a" * (10 * MEGABYTE) + "'\n",
        "over.txt": "a" * (10 * MEGABYTE),
    })  # fmt: skip
    repo.commit({"over.py": "x = '" + "b" * (10 * MEGABYTE) + "'\n"})


def many_files(repo: RepoBuilder) -> None:
    """Fifty thousand files in one commit, and all of them changed in the next."""
    names = [f"d{number % 500}/e{number % 7}/f{number}.py" for number in range(50_000)]
    repo.commit({name: f"x = {number % 1_000}\n" for number, name in enumerate(names)})
    repo.commit({name: f"# {number % 1_000}\nx = 1\n" for number, name in enumerate(names)})


EXPECTED = {"huge_file": {"text.py"}, "long_lines": {"over.py"}, "many_files": set[str]()}
"""Repository -> the files that must be named as not counted."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("fill", [huge_file, long_lines, many_files])
def test_a_large_repository_is_read_within_bounds(place: Place, fill: object) -> None:
    builder = RepoBuilder(place.root / "remote.git")
    fill(builder)  # type: ignore[operator]
    remote = builder.build()
    place.configure(
        f'[quality]\nsurvival = false\nevolution = false\n[[repository]]\nname = "one"\nurl = "{remote.as_uri()}"\n'
    )
    peaks: dict[str, int] = {}
    with Process(place.workspace).start("run", "--output", str(place.workspace / "one.html")) as process:
        while process.poll() is None:
            for name, peak in family(process.pid):
                peaks[name] = max(peaks.get(name, 0), peak)
            os.sched_yield()
        _, err = process.communicate()
    assert process.returncode == 0, err
    assert max(peaks.values()) < PEAK, peaks
    rows = json.loads(place.run("show", "lines", "--by", "file", "--json").out)
    found = {row["path"] for row in rows}
    listed = git(remote, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")[:-1]
    named = EXPECTED[fill.__name__]  # type: ignore[attr-defined]
    assert not named & found
    assert {name for name in listed if name.endswith((".py", ".js"))} - named <= found
    text = (place.workspace / "one.html").read_text(encoding="utf-8")
    assert all(name in text for name in named)


def family(root: int) -> Iterator[tuple[str, int]]:
    """Yield name and peak memory of a process and all below it."""
    waiting = [root]
    while waiting:
        one = Path("/proc", str(waiting.pop()))
        try:
            status = dict(line.split(":", 1) for line in (one / "status").read_text().splitlines() if ":" in line)
            for task in (one / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:
            # It has ended since we heard of it.
            continue
        if "VmHWM" in status:
            yield status["Name"].strip(), int(status["VmHWM"].split()[0]) * 1024
