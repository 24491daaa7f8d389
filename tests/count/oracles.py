"""Peers' own counters, and real code in many languages for them: all from public packages, pinned where that can be."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from analyzer.count.blob import count_blobs
from analyzer.count.kinds import path_kind

Counts = tuple[int, int, int]
"""Code, comment and blank lines."""
Oracle = Callable[[Sequence[Path]], dict[Path, Counts]]

_AT_ONCE = 300
_SECONDS = 120


def ours(files: Iterable[Path], *, by: Oracle | None = None) -> dict[Path, tuple[str, Counts]]:
    """Return language and counts by the oracle's rule: scc books blank lines within a comment as comment.

    Strings of several lines are code, but in Python, where ohcount takes those in triple quotes for comments.
    """
    items = ((str(path), path_kind(path.name, {}).language, path.read_bytes()) for path in files)
    found = {}
    for row in count_blobs(items):
        lines = row.vector
        text = lines.docstring + lines.string if row.language == "Python" else lines.docstring
        code = lines.code if row.language == "Python" else lines.code + lines.string
        blank = lines.blank + lines.docstring_blank + lines.string_blank
        moved = lines.comment_blank if by is scc else 0
        found[Path(row.blob)] = (row.language, (code, lines.comment + text + moved, blank - moved))
    return found


def ohcount(files: Sequence[Path]) -> dict[Path, Counts]:
    """Return what ohcount counts, embedded languages with the file's own; nothing for files that it does not count."""
    tool = tool_or_skip("ohcount")
    found: dict[Path, Counts] = {}
    for some in _parts(files):
        for line in run([tool, "-i", *some]).splitlines():
            cells = line.split(None, 6)
            if len(cells) == 7 and cells[1].isdigit():
                before = found.get(Path(cells[6]), (0, 0, 0))
                found[Path(cells[6])] = (
                    before[0] + int(cells[1]),
                    before[1] + int(cells[2]),
                    before[2] + int(cells[4]),
                )
    return {path: counts for path, counts in found.items() if any(counts)}


def ohcount_languages(files: Sequence[Path]) -> dict[Path, str]:
    """Return the name of each file's language, "(null)" for none."""
    tool = tool_or_skip("ohcount")
    rows = (line.split("\t", 1) for some in _parts(files) for line in run([tool, "-d", *some]).splitlines())
    return {Path(row[1]): row[0] for row in rows if len(row) == 2}


def scc(files: Sequence[Path]) -> dict[Path, Counts]:
    """Return what scc counts."""
    tool = tool_or_skip("scc")
    found: dict[Path, Counts] = {}
    for some in _parts(files):
        table = run([tool, "--by-file", "--format", "csv", "--no-ignore", "--no-gitignore", *some])
        for row in csv.DictReader(io.StringIO(table)):
            found[Path(row["Provider"])] = (int(row["Code"]), int(row["Comments"]), int(row["Blanks"]))
    return found


def ratio(counts: Iterable[Counts]) -> float:
    """Return the pooled comment ratio in percent."""
    pairs = [(code, comment) for code, comment, _ in counts]
    code, comment = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    return 100 * comment / (code + comment)


def run(command: Sequence[str], cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, timeout=_SECONDS, check=True)
    return done.stdout.decode(errors="surrogateescape")


def tool_or_skip(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def debian(folder: Path, package: str) -> Path:
    """Unpack a Debian package; skip where there is no apt or no way to its packages."""
    apt, dpkg = tool_or_skip("apt-get"), tool_or_skip("dpkg-deb")
    fetched([apt, "download", "-qq", package], folder)
    unpacked = folder / package
    run([dpkg, "-x", str(next(folder.glob(f"{package}_*.deb"))), str(unpacked)])
    return unpacked


def npm(folder: Path, package: str, version: str) -> Path:
    """Unpack an npm package; skip where there is no npm."""
    fetched([tool_or_skip("npm"), "pack", "--silent", f"{package}@{version}"], folder)
    return _untarred(next(folder.glob("*.tgz")), folder / package)


def wheel(folder: Path, package: str, version: str) -> Path:
    """Unpack a wheel from PyPI."""
    requirement = f"{package}=={version}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", requirement]
    fetched(pip, folder)
    unpacked = folder / package
    with zipfile.ZipFile(next(folder.glob(f"{package}-*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def fetched(command: Sequence[str], folder: Path) -> None:
    try:
        run(command, folder)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        pytest.skip(f"could not be fetched: {' '.join(command)} ({problem.__class__.__name__})")


def _untarred(archive: Path, folder: Path) -> Path:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def _parts(files: Sequence[Path]) -> Iterable[list[str]]:
    for start in range(0, len(files), _AT_ONCE):
        yield [str(path) for path in files[start : start + _AT_ONCE]]
