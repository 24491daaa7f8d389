"""Counters that know Python, run as they were installed, and real Python code for them."""

from __future__ import annotations

import json
import sys
import sysconfig
import tarfile
import tokenize
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from analyzer.count.python_lines import python_lines
from analyzer.model.definition import Definition, Form
from analyzer.model.lines import LineVector
from analyzer.registry import discover
from tests.count import oracles

Counts = tuple[int, ...]
Oracle = Callable[[Sequence[Path]], Mapping[Path, Counts]]
Arithmetic = Callable[[LineVector], Counts]

SDISTS = {"flask": "3.1.3", "django": "5.2.19"}
HALF_A_POINT_IN_TEN = 0.05


def definition(name: str) -> Definition:
    shelf = discover("analyzer.count.definitions", Definition)
    return next(one for main in shelf.values() for one in (main, *main.variants) if one.name == name)


def value(form: Form, vector: LineVector) -> int:
    return sum(getattr(vector, field) * times for field, times in form.items())


def by_rule(name: str) -> Arithmetic:
    """Return code, comment and blank lines of Python as the definition counts them."""
    rule = definition(name).rule_for("Python")
    return lambda vector: (value(rule.code, vector), value(rule.comment, vector), value(rule.blank, vector))


def standard_library() -> list[Path]:
    root = Path(sysconfig.get_path("stdlib"))
    return sorted(path for path in root.rglob("*.py") if "site-packages" not in path.parts)


def sdist(folder: Path, package: str) -> list[Path]:
    """Return the Python files of a source distribution from PyPI; skip where it cannot be fetched."""
    requirement = f"{package}=={SDISTS[package]}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", requirement]
    oracles.fetched(pip, folder)
    with tarfile.open(next(folder.glob(f"{package}-*.tar.gz"))) as archive:
        archive.extractall(folder / package, filter="data")
    return sorted((folder / package).rglob("*.py"))


def check(files: Sequence[Path], oracle: Oracle, arithmetic: Arithmetic, *, least: float) -> None:
    """Assert that a share of the files has exactly the tool's counts, and that the pooled ratios meet."""
    theirs = oracle(files)
    assert len(theirs) > 0.9 * len(files), "the tool counted too few files for a judgement"
    ours = {path: arithmetic(python_lines(path.read_bytes())) for path in theirs}
    apart = sorted(path for path in theirs if ours[path] != theirs[path])
    shown = "\n".join(f"{path}: the tool {theirs[path]}, we {ours[path]}" for path in apart)
    assert len(apart) <= (1 - least) * len(theirs), f"{len(apart)} of {len(theirs)} files differ\n{shown}"
    assert abs(ratio(ours.values()) - ratio(theirs.values())) < HALF_A_POINT_IN_TEN, shown


def ratio(counts: Collection[Counts]) -> float:
    """Return the pooled ratio of the second number to the first two, in percent."""
    code, comment = sum(row[0] for row in counts), sum(row[1] for row in counts)
    return 100 * comment / (code + comment)


def cloc(files: Sequence[Path], *options: str, folder: Path) -> dict[Path, Counts]:
    tool = oracles.tool_or_skip("cloc")
    names = folder / "files.txt"
    names.write_text("\n".join(map(str, files)))
    told = oracles.run([tool, "--skip-uniqueness", "--by-file", "--json", "--quiet", f"--list-file={names}", *options])
    return {
        Path(name): (row["code"], row["comment"], row["blank"])
        for name, row in json.loads(told).items()
        if row.get("language") == "Python"
    }


def tokei(files: Sequence[Path]) -> dict[Path, Counts]:
    """Count with the configuration file in the current folder, if there is one."""
    pytokei = pytest.importorskip("pytokei")
    languages = pytokei.Languages()
    languages.get_statistics(list(map(str, files)), [], pytokei.Config.from_config_files())
    return {
        Path(str(report.name)): (report.stats.code, report.stats.comments, report.stats.blanks)
        for language in languages.get_languages().values()
        for report in language.reports
    }


def radon(files: Sequence[Path]) -> dict[Path, Counts]:
    """Return source lines, comments, all lines, lines of strings that are statements, and blank lines."""
    pytest.importorskip("radon.raw")
    return _in_two_processes(_by_radon, files)


def _by_radon(path: Path) -> Counts | None:
    from radon.raw import analyze

    try:
        with tokenize.open(path) as file:
            told = analyze(file.read())
    except SyntaxError:
        return None
    return told.sloc, told.comments, told.loc, told.multi, told.blank


def pygount(files: Sequence[Path]) -> dict[Path, Counts]:
    """Return code, documentation, empty and string lines."""
    pytest.importorskip("pygount.analysis")
    return _in_two_processes(_by_pygount, files)


def _by_pygount(path: Path) -> Counts | None:
    from pygount.analysis import SourceAnalysis

    told = SourceAnalysis.from_file(str(path), "", encoding="utf-8", generated_regexes=[])
    if told.state.name != "analyzed":
        return None
    return told.code_count, told.documentation_count, told.empty_count, told.string_count


def _in_two_processes(count: Callable[[Path], Counts | None], files: Sequence[Path]) -> dict[Path, Counts]:
    """Return the counts of the files that the tool counts, which takes it seconds for a megabyte."""
    largest_first = sorted(files, key=lambda path: -path.stat().st_size)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        counts = pool.map(count, largest_first, chunksize=4)
        return {path: found for path, found in zip(largest_first, counts, strict=True) if found is not None}
