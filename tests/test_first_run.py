"""The first run gives the same figures from the facts that are bundled and from the forge itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clone import Clone, daemon
from tests.repos import DAY, EPOCH, RepoBuilder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("make") is None, reason="there is no make"),
]

AT_ANY_TIME = ("comment_ratio", "commits", "contributors", "lines_added", "survival")
"""What facts without contents can tell of a moment in the past."""
YEARS = 4


def forged(folder: Path, name: str, *, docstrings: bool) -> RepoBuilder:
    repo = RepoBuilder(folder / f"{name}.git")
    text = f'"""What {name} is for."""\n' if docstrings else ""
    for year in range(YEARS):
        text += f"\n\ndef of_{year}(one):\n    # the year {year}\n    return one + {year}\n"
        repo.commit(
            {f"{name}/core.py": text, "tests/test_core.py": f"assert {year}\n", "README.md": f"# {name} {year}\n"},
            by=f"Ada {year % 2} <ada{year % 2}@example.org>",
            time=EPOCH + year * 365 * DAY,
        )
    repo.build()
    return repo


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[tuple[str, dict[str, RepoBuilder]]]:
    """A forge on this machine that has small repositories in the places of Flask and Django."""
    folders = {"flask": tmp_path / "forge" / "pallets", "django": tmp_path / "forge" / "django"}
    made = {}
    for name, folder in folders.items():
        folder.mkdir(parents=True)
        made[name] = forged(folder, name, docstrings=name == "flask")
    with daemon(tmp_path / "forge") as address:
        yield address, made


def figures(clone: Clone, *words: str) -> dict[str, Any]:
    """Return what the report says as JSON, but for where the facts come from."""
    ran = clone.run("diptych", "report", "--format", "json", *words)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    for one in found["columns"]:
        one.pop("note", None)
    return {key: value for key, value in found.items() if key not in ("troubles", "findings", "since")}


def shown(clone: Clone, as_of: str) -> dict[str, Any]:
    """Return figures as of a date."""
    found = {}
    for metric in AT_ANY_TIME:
        ran = clone.run("diptych", "show", metric, "--as-of", as_of, "--json")
        assert ran.returncode == 0, ran.stderr
        found[metric] = json.loads(ran.stdout)
    return found


def test_bundled_and_mined_facts_give_the_same_figures(
    tmp_path: Path, forge: tuple[str, dict[str, RepoBuilder]]
) -> None:
    address, repositories = forge
    clone = Clone(tmp_path)
    day = "2022-12-31"

    # As those do who make the bundle.
    clone.reach(address)
    made = clone.run("make", "bundle")
    assert made.returncode == 0, made.stderr
    for left in clone.folder.joinpath("cache").iterdir():
        if left.name != "bundled":
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    clone.reach(None)
    ran = clone.run("make", "report")
    assert ran.returncode == 0, ran.stderr
    assert (ran.stdout + ran.stderr).count("from bundled facts; github.com could not be reached") == 2
    assert not list(clone.folder.joinpath("cache").rglob("*.pack"))
    bundled, then = figures(clone), shown(clone, day)

    shutil.rmtree(clone.folder / "cache")
    clone.reach(address)
    ran = clone.run("make", "report")
    assert ran.returncode == 0, ran.stderr
    assert "from bundled facts" not in ran.stdout + ran.stderr
    assert list(clone.folder.joinpath("cache").rglob("*.pack"))
    assert figures(clone) == bundled
    assert shown(clone, day) == then

    # The forge goes on; as of the day of the bundle it is still the same.
    for name, repo in repositories.items():
        repo.commit({f"{name}/new.py": "# new\n"}, by="Eve <eve@example.org>", time=EPOCH + YEARS * 365 * DAY)
        repo.build()
    assert clone.run("make", "report").returncode == 0
    assert figures(clone) != bundled
    assert shown(clone, day) == then
