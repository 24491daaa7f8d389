"""What is kept of Radon: equal to what its own commands print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from analyzer.count.python_quality import python_quality
from analyzer.count.python_syntax import LARGEST
from analyzer.model.functions import LONGEST
from analyzer.model.python_quality import PythonQuality, Raw
from tests.count.python_oracles import sdist, standard_library

HALSTEAD = {
    "h1": "distinct_operators",
    "h2": "distinct_operands",
    "N1": "operators",
    "N2": "operands",
    "calculated_length": "calculated_length",
    "volume": "volume",
    "difficulty": "difficulty",
    "effort": "effort",
}
SAMPLES = {
    "empty.py": "",
    "comments.py": "# only\n\n# comments\n",
    "module.py": '"""Doc."""\nx = 1 if y else 2\nfor a in b:\n    print(a)\nelse:\n    pass\n',
    "functions.py": """import a

@a.b
def f(x):
    def g(y):
        return y and x or 1
    return [z for z in g(x) if z]

async def h():
    async for x in y:
        assert x
    try:
        await x
    except A:
        pass
    except B:
        pass
    else:
        return 1 + 2 * 3
""",
    "classes.py": '''class A(B):
    """Doc

    more
    """

    def __init__(self): self.x = 1
    def m(self):
        if self.x > 1 and not self.y: return 2
        while True: break
    class Inner:
        def n(self): pass

class Empty: pass

if a:
    def late(): pass
''',
    "matched.py": "match a:\n    case 1: b\n    case [c, *d]: e\n    case _: f\n",
    "operators.py": "x = -a + b ** ~c\nx += 1\ny = a < b <= c != d\nz = not a\n" + "w = a @ b\n" * 3,
    "crlf.py": "x = 1\r\n# c\r\n",
    "coded.py": "# -*- coding: latin-1 -*-\nx = 'ü'\n",
    "marked.py": "\ufeffx = 1\n",
}


def command(name: str, files: Sequence[Path], folder: Path) -> dict[str, Any]:
    # In a folder of its own: Radon looks for its configuration where it is run.
    run = [sys.executable, "-m", "radon", name, "-j", *map(str, files)]
    found = subprocess.run(run, cwd=folder, capture_output=True, check=True, text=True)
    told: dict[str, Any] = json.loads(found.stdout)
    return told


def check(files: Sequence[Path], folder: Path, lost: int = 0) -> None:
    """Assert that each file has the figures of Radon's commands; they cannot tell `lost` of them, or more of many."""
    raw, cc, mi, hal = (command(name, files, folder) for name in ("raw", "cc", "mi", "hal"))
    told = 0
    for path in map(str, files):
        figures, functions = python_quality("0" * 40, Path(path).read_bytes())
        # `raw` only asks for tokens: what this Python cannot parse, such as a `type` statement, the others refuse.
        if any("error" in one.get(path, ()) for one in (raw, cc, mi, hal)):
            continue
        told += 1
        assert figures.problem == "", path
        quality = PythonQuality(*figures.found)
        assert {name: getattr(quality, name) for name in Raw._fields} == raw[path]
        assert quality.maintainability == mi[path]["mi"]
        assert {name: getattr(quality, field) for name, field in HALSTEAD.items()} == {
            name: hal[path]["total"][name] for name in HALSTEAD
        }
        blocks = cc.get(path, [])
        assert sorted(one[1:] for one in functions.functions) == sorted(
            (block["lineno"], block["endline"], block["complexity"], block["type"]) for block in blocks
        )
        named = [f"{block['classname']}.{block['name']}" if "classname" in block else block["name"] for block in blocks]
        assert sorted(one.name for one in functions.functions) == sorted(named)
        assert quality.blocks == len(blocks)
        assert quality.blocks_complexity == sum(block["complexity"] for block in blocks)
    assert told >= 0.95 * len(files) - lost


def written(folder: Path) -> list[Path]:
    paths = []
    for name, text in SAMPLES.items():
        paths.append(folder / name)
        paths[-1].write_bytes(text.encode("latin-1" if name == "coded.py" else "utf-8"))
    return paths


def test_samples_have_the_figures_that_radons_commands_print(tmp_path):
    # Radon takes every file for UTF-8 without a mark.
    check(written(tmp_path), tmp_path, lost=2)


def test_files_of_the_standard_library_have_them_too(tmp_path):
    check([path for path in standard_library()[7::90] if path.stat().st_size < 8_000], tmp_path)


@pytest.mark.slow
@pytest.mark.oracle
def test_larger_files_of_the_standard_library_have_them_too(tmp_path):
    check([path for path in standard_library()[::12] if path.stat().st_size < 25_000], tmp_path)


@pytest.mark.slow
@pytest.mark.mirrors
@pytest.mark.parametrize("name", ["flask", "django"])
def test_every_file_of_large_projects_has_them_too(tmp_path, name):
    mirrors = os.environ.get("DIPTYCH_MIRRORS")
    if not mirrors:
        pytest.skip("DIPTYCH_MIRRORS names no folder")
    git = ["git", "-C", str(Path(mirrors) / f"{name}.git")]
    archive = subprocess.run([*git, "archive", "HEAD"], capture_output=True, check=True).stdout
    subprocess.run(["tar", "x", "-C", str(tmp_path)], input=archive, check=True)
    check(sorted(tmp_path.rglob("*.py")), tmp_path)


def measured(source: str | bytes) -> Any:
    return python_quality("0" * 40, source.encode() if isinstance(source, str) else source)


def test_the_whole_file_has_the_complexity_that_its_maintainability_is_made_of():
    figures, _ = measured("if a: pass\ndef f(): return 1 if b else 2\n")
    assert PythonQuality(*figures.found).complexity == 3


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "broken object"),
        (b"x = 1\n" * LARGEST, "too large"),
        (b"print 'a'\n", "not parsed"),
        (b"x = \0\n", "not parsed"),
        (b"# coding: no-such\n", "not parsed"),
        (b"# coding: punycode\n", "not parsed"),
        (b"x = " + b"(" * 5_000, "not parsed"),
    ],
)
def test_what_cannot_be_parsed_has_a_problem_and_no_figures(data, problem):
    figures, functions = python_quality("0" * 40, data)
    assert (figures.problem, functions.problem, functions.functions) == (problem, problem, ())
    assert figures.found == PythonQuality()


@pytest.mark.parametrize("depth", [90, 900])
def test_deep_trees_are_measured_also_where_radons_command_gives_up(depth):
    figures, _ = measured("x = " + "a + " * depth + "a\n")
    assert PythonQuality(*figures.found).operators == depth


def test_names_are_cut_where_a_stranger_makes_them_long():
    _, functions = measured(f"class {'A' * 9_000}:\n    def {'b' * 9_000}(self): pass\n")
    assert [len(one.name) for one in functions.functions] == [LONGEST, LONGEST]


def test_functions_stand_in_the_order_of_their_lines():
    _, functions = measured(SAMPLES["classes.py"])
    assert [(one.name, one.line) for one in functions.functions] == [
        ("A", 1),
        ("A.__init__", 7),
        ("A.m", 8),
        ("Empty", 14),
        ("late", 17),
    ]


@pytest.mark.slow
@pytest.mark.oracle
def test_a_release_of_flask_has_them_too(tmp_path):
    check(sdist(tmp_path, "flask"), tmp_path)
