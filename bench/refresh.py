"""Measures a refresh with a few new commits, whose contents were never seen before, beside one with nothing new.

Copies the repositories of the shipped diptych.toml from the bare mirrors in DIPTYCH_MIRRORS (flask.git, django.git),
takes the newest commits off the branch of one, reads both from nothing, and gives the commits back.

    DIPTYCH_MIRRORS=/path/to/mirrors python bench/refresh.py --commits 10
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from cold_run import ROOT, user, watch

WITHOUT = "\n[quality]\nsurvival = false\n"


def git(repository: Path, *words: str) -> str:
    """Return what git prints."""
    run = ["git", "-C", str(repository), *words]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()


def copied(mirrors: Path, folder: Path) -> Path:
    """Return a folder with mirrors that can be changed: their objects are those of the given ones."""
    made = folder / "mirrors"
    made.mkdir()
    for mirror in sorted(mirrors.glob("*.git")):
        subprocess.run(
            ["git", "clone", "--quiet", "--bare", "--shared", str(mirror), str(made / mirror.name)], check=True
        )
    return made


def refreshed(workspace: Path, environment: dict[str, str]) -> float:
    """Refresh, and return how many seconds that took. Raises SystemExit with what was said if it failed."""
    seen = watch([sys.executable, "-m", "analyzer", "--no-progress", "refresh"], workspace, environment)
    if seen.code:
        raise SystemExit((workspace / "output.txt").read_text(errors="replace"))
    return seen.seconds


def measured(base: Path, workspace: Path, environment: dict[str, str], times: int) -> tuple[list[float], list[float]]:
    """Return the seconds of refreshes with new commits, and of such with nothing new, each from a copy of `base`."""
    new, nothing = list[float](), list[float]()
    for _ in range(times):
        shutil.rmtree(workspace, ignore_errors=True)
        shutil.copytree(base, workspace)
        new.append(refreshed(workspace, environment))
        nothing.append(refreshed(workspace, environment))
    return new, nothing


def told(what: str, seconds: list[float], wanted: str) -> str:
    """Return a line of the table: the median, and from where to where it went."""
    spread = f"{min(seconds):.1f} to {max(seconds):.1f}"
    return f"{what:<34}{statistics.median(seconds):>6.1f} s  ({spread})   {wanted}".rstrip()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=10, help="how many are new (10)")
    parser.add_argument("--name", default="django", help="the repository that they are of (django)")
    parser.add_argument("--times", type=int, default=5, help="how often each refresh is measured (5)")
    options = parser.parse_args()
    if not os.environ.get("DIPTYCH_MIRRORS"):
        parser.error("DIPTYCH_MIRRORS names no folder of mirrors")
    folder = Path(tempfile.mkdtemp(prefix="diptych-bench-"))
    try:
        mirrors = copied(Path(os.environ["DIPTYCH_MIRRORS"]).resolve(), folder)
        environment = user(folder, mirrors)
        mirror = mirrors / f"{options.name}.git"
        branch, head = git(mirror, "symbolic-ref", "HEAD"), git(mirror, "rev-parse", "HEAD")
        comparison = (ROOT / "diptych.toml").read_text(encoding="utf-8")
        for how, configuration in (("", comparison), (", without survival", comparison + WITHOUT)):
            base = folder / f"base{len(how)}"
            base.mkdir()
            (base / "diptych.toml").write_text(configuration, encoding="utf-8")
            git(mirror, "update-ref", branch, f"{head}~{options.commits}")
            cold = refreshed(base, environment)
            git(mirror, "update-ref", branch, head)
            new, nothing = measured(base, folder / "workspace", environment, options.times)
            print(told(f"all of it{how}", [cold], ""))
            # Following single lines has a budget of its own.
            print(told(f"{options.commits} new commits{how}", new, "under 5 s" if how else ""))
            print(told(f"nothing new{how}", nothing, "under 3 s"), flush=True)
        return 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
