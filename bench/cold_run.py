"""Measures what a user waits for: a cold run, a second run with nothing new, `--help`, and the memory of each process.

Runs the shipped diptych.toml in an empty folder. With DIPTYCH_MIRRORS=FOLDER the repositories are cloned from the bare
mirrors in it (flask.git, django.git) instead of from their hosts, through git's own `insteadOf`.

    DIPTYCH_MIRRORS=/path/to/mirrors python bench/cold_run.py
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVERY = 0.05
CLONING = ("clone", "fetch", "index-pack", "upload-pack", "pack-objects", "remote-https")


@dataclass
class Watched:
    """One run, as seen from outside."""

    seconds: float = 0.0
    cloning: float = 0.0
    """Seconds in which a git process that clones or fetches was alive."""
    code: int = 0
    peaks: dict[str, int] = field(default_factory=dict)
    """Program -> the most memory (bytes) that one process of it held."""


def watch(words: list[str], folder: Path, environment: dict[str, str]) -> Watched:
    """Run a command and look at all its processes until it ends."""
    seen = Watched()
    begun = last = time.monotonic()
    with (folder / "output.txt").open("ab") as output:
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        while process.poll() is None:
            cloning = look(process.pid, seen.peaks)
            now = time.monotonic()
            seen.cloning += (now - last) if cloning else 0.0
            last = now
            time.sleep(EVERY)
    seen.seconds = time.monotonic() - begun
    seen.code = process.returncode
    return seen


def look(root: int, peaks: dict[str, int]) -> bool:
    """Note the memory of a process and all below it; return whether one of them clones."""
    cloning = False
    for words, peak in family(root):
        name = Path(words[0]).name
        name = "git" if name.startswith("git") else "python" if name.startswith(("python", "diptych")) else name
        peaks[name] = max(peaks.get(name, 0), peak)
        cloning |= name == "git" and any(word in CLONING for word in words)
    return cloning


def family(root: int) -> Iterator[tuple[list[str], int]]:
    """Yield (command line, peak memory in bytes) of a process and all below it, by /proc."""
    waiting = [root]
    while waiting:
        one = Path("/proc", str(waiting.pop()))
        try:
            words = (one / "cmdline").read_text(errors="replace").split("\0")
            status = (one / "status").read_text()
            waiting += [
                int(child) for task in (one / "task").iterdir() for child in (task / "children").read_text().split()
            ]
        except OSError:
            # It has ended since we heard of it.
            continue
        peak = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), "0")
        if words[0]:  # a process that has ended and waits to be noticed has no words left
            yield words, int(peak) * 1024


def user(folder: Path, mirrors: Path | None) -> dict[str, str]:
    """Return the environment of a user with an empty home, whose git finds the repositories among the mirrors."""
    home = folder / "home"
    home.mkdir()
    lines = []
    for entry in tomllib.loads((ROOT / "diptych.toml").read_text(encoding="utf-8"))["repository"] if mirrors else []:
        mirror = (mirrors or home) / f"{entry['name']}.git"
        lines.append(f'[url "file://{mirror}"]\n\tinsteadOf = {entry["url"]}\n')
    (home / "gitconfig").write_text("".join(lines), encoding="utf-8")
    clean = {key: value for key, value in os.environ.items() if key != "DIPTYCH_HOME"}
    return {**clean, "HOME": str(home), "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "PYTHONPATH": str(ROOT)}


def best_of(times: int, words: list[str], environment: dict[str, str]) -> float:
    """Return the shortest of several runs: what the machine does besides only adds."""
    seconds = []
    for _ in range(times):
        begun = time.monotonic()
        subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.monotonic() - begun)
    return min(seconds)


def table(cold: Watched, again: Watched, help_seconds: float, size: int) -> str:
    """Return the measurements beside what they should be."""
    top = max(cold.peaks.values(), default=0)
    programs = ", ".join(f"{name} {peak / 1e6:.0f} MB" for name, peak in sorted(cold.peaks.items()))
    rows = [
        ("cold run, all", f"{cold.seconds:.1f} s", ""),
        ("  cloning", f"{cold.cloning:.1f} s", ""),
        ("  cloning aside", f"{cold.seconds - cold.cloning:.1f} s", "under 90 s"),
        ("second run, nothing new", f"{again.seconds:.1f} s", "under 3 s"),
        ("peak memory of a process", f"{top / 1e6:.0f} MB", "under 700 MB"),
        ("diptych --help", f"{help_seconds:.2f} s", "under 0.2 s"),
        ("report", f"{size / 1e6:.2f} MB", ""),
    ]
    lines = [f"{what:<26}{measured:>10}   {wanted}".rstrip() for what, measured, wanted in rows]
    return "\n".join([*lines, f"peaks: {programs}"])


def main() -> int:
    """Measure and print; the exit code is that of the run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, help="processes; default: one for each core")
    parser.add_argument("--keep", action="store_true", help="leave the folder with cache and report")
    options = parser.parse_args()
    mirrors = os.environ.get("DIPTYCH_MIRRORS")
    folder = Path(tempfile.mkdtemp(prefix="diptych-bench-"))
    try:
        environment = user(folder, Path(mirrors).resolve() if mirrors else None)
        shutil.copy(ROOT / "diptych.toml", folder)
        command = [sys.executable, "-m", "analyzer", *(["--jobs", str(options.jobs)] if options.jobs else [])]
        cold, again = (watch([*command, "--no-progress", "run"], folder, environment) for _ in range(2))
        if cold.code or again.code:
            print((folder / "output.txt").read_text(errors="replace"), file=sys.stderr)
            return cold.code or again.code
        size = sum(page.stat().st_size for page in (folder / "reports").glob("*.html"))
        print(table(cold, again, best_of(5, [*command, "--help"], environment), size))
        return 0
    finally:
        if options.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
