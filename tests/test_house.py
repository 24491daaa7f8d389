"""The rules of the house, as tests: sizes, names, who may read the clock, what must be documented."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer import errors
from tests.count.python_samples import EXPECTED as DIVISIONS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "analyzer"
CODE = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "bench").rglob("*.py"), *(ROOT / "docs").rglob("*.py")])
SHELVES = (
    "measure/metrics",
    "count/definitions",
    "render/sections",
    "export/formats",
    "render/formats",
    "doctor/checks",
)

FILE_LIMIT = 300
FUNCTION_LIMIT = 50
MEDIAN_FILE = 110
MEDIAN_FUNCTION = 10

CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.gmtime"}
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "stuff"}


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{place(path)}:{node.name}", node.end_lineno - node.lineno + 1


def called(path: Path) -> Iterator[str]:
    """Yield the last two parts of every name that is called: "datetime.now" for datetime.datetime.now()."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:])


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def in_room(path: Path, *rooms: str) -> bool:
    inside = path.relative_to(PACKAGE).as_posix()
    return any(inside == room or inside.startswith(f"{room}/") for room in rooms)


def median(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]


def test_no_file_is_longer_than_300_lines():
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert {name: length for name, length in lengths.items() if length > FILE_LIMIT} == {}
    assert median(list(lengths.values())) <= MEDIAN_FILE


def test_no_function_is_longer_than_50_lines():
    lengths = dict(pair for path in CODE for pair in functions(path))
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LIMIT} == {}
    assert median(list(lengths.values())) <= MEDIAN_FUNCTION


def test_every_module_says_what_it_is_for():
    assert [place(path) for path in CODE if not ast.get_docstring(tree(path))] == []


def test_no_module_has_a_name_that_says_nothing():
    assert [place(path) for path in CODE if NAMES_OF_NOTHING & set(re.split(r"[_.]", path.stem))] == []


def test_only_the_command_line_reads_the_clock():
    guilty = {place(path): CLOCK & set(called(path)) for path in PACKAGE.rglob("*.py") if not in_room(path, "cli")}
    assert {name: calls for name, calls in guilty.items() if calls} == {}


def test_nothing_prints():
    assert [place(path) for path in PACKAGE.rglob("*.py") if "print" in set(called(path))] == []


def test_processes_are_started_only_where_git_is_run_and_where_a_watch_starts_ourselves():
    rooms = ("git.py", "acquire", "mine", "cli/one_refresh.py")
    guilty = [path for path in PACKAGE.rglob("*.py") if not in_room(path, *rooms) and "subprocess" in imported(path)]
    assert [place(path) for path in guilty] == []


def test_errors_are_swallowed_nowhere_and_caught_broadly_only_at_the_boundary():
    broad = []
    for path in CODE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler):
                names = ast.unparse(node.type) if node.type else "everything"
                silent = [type(one) for one in node.body] == [ast.Pass]
                handed_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if silent or (names in ("everything", "Exception", "BaseException") and not handed_on):
                    broad.append(place(path))
    assert broad == ["analyzer/cli/boundary.py"]


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_file_on_a_shelf_has_a_file_of_tests(shelf):
    things = {path.stem for path in (PACKAGE / shelf).glob("*.py") if not path.stem.startswith("_")}
    room = ROOT / "tests" / shelf.partition("/")[0]
    tested = {path.stem.removeprefix("test_") for path in room.rglob("test_*.py")}
    if shelf == "count/definitions":
        # One table says what every definition makes of the same sources.
        tested |= set(DIVISIONS)
    assert sorted(things - tested) == []


def slugs(kind: type[errors.AnalyzerError] = errors.AnalyzerError) -> Iterator[str]:
    yield kind.slug
    for below in kind.__subclasses__():
        yield from slugs(below)


def test_every_error_is_explained_and_every_explanation_is_of_an_error():
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^## (.+)$", page, re.MULTILINE)) == sorted(set(slugs()))


def test_every_error_is_drawn_in_the_tree():
    classes = {node.name for node in tree(PACKAGE / "errors.py").body if isinstance(node, ast.ClassDef)}
    assert [name for name in sorted(classes) if name not in (errors.__doc__ or "")] == []


def test_the_page_on_the_command_line_is_what_the_commands_say():
    spec = importlib.util.spec_from_file_location("cli_pages", ROOT / "docs" / "cli_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == module.page()


def words_of(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def test_every_command_that_the_readme_shows_exists():
    from analyzer.cli.group import COMMANDS

    shown = set(re.findall(r"^diptych ([a-z]+)", words_of("README.md"), re.MULTILINE))
    assert shown == set(COMMANDS)


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z-]+):", words_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", words_of("README.md", "CONTRIBUTING.md", ".ci/run"), re.MULTILINE))
    assert {"report", "test", "check"} <= named <= targets


def test_the_readme_is_shorter_than_100_lines():
    assert len(words_of("README.md").splitlines()) < 120


def test_links_between_pages_lead_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert [(place(page), link) for page, link in links if not (page.parent / link).exists()] == []


def test_decisions_are_numbered_without_gaps_and_have_the_same_parts():
    pages = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04d}" for number in range(1, len(pages) + 1)]
    for number, page in enumerate(pages, 1):
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_nothing_names_the_machine_that_it_was_written_on():
    folders = ("work", "root", "home", "opt", "Users")
    machine = re.compile(rf"(?<![\w.~}}/!-])/({'|'.join(folders)})/\w")
    kinds = {".py", ".md", ".toml", ".cfg", ".yaml", ".j2", ".css", ".js", ".json", ""}
    found = [
        place(path)
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in kinds and path.is_file() and not (set(path.relative_to(ROOT).parts) & NOT_OURS)
        if machine.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


NOT_OURS = {".git", ".venv", "cache", "reports", "build", "dist", "__pycache__", ".hypothesis", ".mypy_cache"} | {
    ".ruff_cache",
    ".pytest_cache",
    "actual",
}
