"""What the pages show is what the code does."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from analyzer.count.python_lines import python_lines
from analyzer.model.definition import Definition
from analyzer.registry import discover
from tests.count.python_oracles import value

ROOT = Path(__file__).resolve().parent.parent


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_of_definitions_are_what_the_shelves_say() -> None:
    page = (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8")
    again = loaded(ROOT / "docs" / "definition_pages.py").page(page)
    assert page == again
    assert again.count("written by docs/definition_pages.py") == 3


def test_the_reference_and_the_schema_of_the_configuration_are_what_the_code_says() -> None:
    module = loaded(ROOT / "docs" / "config_pages.py")
    text = module.PAGE.read_text(encoding="utf-8")
    assert text == module.page(text)
    assert "| `jobs` | whole number, 1 to 1024 |" in text
    assert module.SCHEMA.read_text(encoding="utf-8") == module.schema()


def test_the_walk_of_a_fact_names_what_there_is_and_counts_what_it_says() -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+/[a-z_/]+\.py)(?::(\w+))?`", page)
    assert len(named) > 10
    for place, function in named:
        text = (ROOT / "analyzer" / place.removeprefix("analyzer/")).read_text(encoding="utf-8")
        assert f"def {function}(" in text or not function, f"{place}:{function}"
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    pieces = re.findall(r"wordy/sums\.py <<'END'\n(.*?)^> END$", tutorial, re.DOTALL | re.MULTILINE)
    content = "".join(re.sub("^> ?", "", piece, flags=re.MULTILINE) for piece in pieces)
    vector = python_lines(content.encode())
    assert f"{vector.blank} blank, {vector.code} code, {vector.comment} comment, {vector.docstring} docstring" in page


def test_every_page_is_named_in_the_index() -> None:
    docs = ROOT / "docs"
    pages = {
        path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md") if "adr" not in path.parts
    }
    named = re.findall(r"^[\w/-]+$", (docs / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(pages - {"index"})


def example(begins: str) -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if block.startswith(begins)]
    assert len(blocks) == 1
    return str(blocks[0])


def test_the_definition_that_contributing_shows_is_found_on_a_shelf_and_passes_its_own_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "shelf_of_an_example"
    shelf.mkdir()
    (shelf / "__init__.py").touch()
    (shelf / "house.py").write_text(example('"""A house rule'))
    monkeypatch.syspath_prepend(tmp_path)
    found = discover("shelf_of_an_example", Definition)
    assert list(found) == ["house"]
    one = found["house"]
    assert one.numerator and one.denominator
    vector = python_lines(b'"""A\n\nb\n"""\n# a\nx = 1  # b\n')
    assert (value(one.numerator, vector), value(one.denominator, vector)) == (1, 6)

    monkeypatch.setitem(sys.modules, "analyzer.count.definitions.house", sys.modules["shelf_of_an_example.house"])
    source = example('"""The house rule')
    names: dict[str, object] = {}
    exec(compile(source, "CONTRIBUTING.md", "exec"), names)
    tests = [test for name, test in names.items() if name.startswith("test_") and callable(test)]
    assert len(tests) == 1
    tests[0]()


@pytest.mark.slow
def test_the_site_is_built_without_a_dead_link(tmp_path: Path) -> None:
    pytest.importorskip("furo")
    pytest.importorskip("myst_parser")
    words = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
    ended = subprocess.run([*words, ROOT / "docs", tmp_path], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Tutorial" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "diptych.schema.json").exists()
    pages = {path.relative_to(tmp_path).with_suffix("").as_posix() for path in tmp_path.rglob("*.html")}
    written = {path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written <= pages
    # It opens from the disk: no link leads to a folder, and nothing is asked of a host.
    for page in tmp_path.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert re.findall(r'href="(?!https?:)[^"#]*/(?:#[^"]*)?"', text) == []
        assert re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="https?:[^"]*"', text) == []
