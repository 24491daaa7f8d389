"""Languages other than Python against ohcount, or against scc where ohcount is known to misread the language."""

from __future__ import annotations

import io
import os
import shutil
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from analyzer.count.kinds import path_kind
from analyzer.count.languages import BY_NAME, OPENHUB_LANGUAGES
from tests.count import oracles, python_oracles
from tests.count.test_samples import NAMES, SAMPLES, counted

pytestmark = [pytest.mark.oracle, pytest.mark.slow]

Source = Callable[[Path], Path]
REACT_NATIVE = partial(oracles.npm, package="react-native-screens", version="4.30.1")
ERLANG = partial(oracles.debian, package="erlang-src")
DJANGO = partial(oracles.wheel, package="django", version="5.2.8")


def django_sdist(folder: Path) -> Path:
    """Return Django's source distribution, which has what its wheel leaves out."""
    python_oracles.sdist(folder, "django")
    return folder / "django"


# fmt: off
SOURCES: dict[str, tuple[Source, oracles.Oracle]] = {
    "Batch": (django_sdist, oracles.ohcount),
    "C": (lambda _: Path("/usr/include"), oracles.ohcount),
    "C++": (partial(oracles.wheel, package="pybind11", version="2.13.6"), oracles.ohcount),
    "CSS": (DJANGO, oracles.ohcount),
    "Emacs Lisp": (partial(oracles.debian, package="elpa-magit"), oracles.scc),
    "Go": (partial(oracles.debian, package="golang-golang-x-net-dev"), oracles.ohcount),
    "HTML": (DJANGO, oracles.ohcount),
    "Erlang": (ERLANG, oracles.ohcount),
    "Java": (ERLANG, oracles.ohcount),
    "JavaScript": (DJANGO, oracles.ohcount),
    "Kotlin": (REACT_NATIVE, oracles.ohcount),
    "Lua": (partial(oracles.debian, package="lua-penlight"), oracles.ohcount),
    "Make": (django_sdist, oracles.ohcount),
    "MATLAB": (partial(oracles.debian, package="octave-common"), oracles.ohcount),
    "Objective-C": (REACT_NATIVE, oracles.ohcount),
    # ohcount takes text in comments of PHP for strings, and drops the lines of Rust's long strings.
    "PHP": (partial(oracles.debian, package="php-twig"), oracles.scc),
    "Rust": (partial(oracles.debian, package="librust-regex-dev"), oracles.scc),
    "Ruby": (partial(oracles.debian, package="ruby-mustermann"), oracles.ohcount),
    "Shell": (partial(oracles.debian, package="live-build"), oracles.ohcount),
    "SQL": (partial(oracles.debian, package="postgresql-15-pgtap"), oracles.ohcount),
    "Tcl": (partial(oracles.debian, package="tcllib"), oracles.ohcount),
    "TypeScript": (REACT_NATIVE, oracles.ohcount),
    "XML": (django_sdist, oracles.ohcount),
}
# fmt: on
FILES = 250

# What ohcount reads of a name that is spelled otherwise than in our samples, for it knows the language by that one.
RENAMED = {
    "sample.matlab": "sample.m",
    "sample.prolog": "sample.pl",
    "sample.am": "Makefile.am",
    "sample.coq": "sample.v",
}
# ohcount asks `file` about names that it does not know, and that takes these for another language.
GUESSED = {"C shell", "Elixir", "Property list"}
# Named otherwise by ohcount where the content decides.
NAMED_OTHERWISE = {"MATLAB": "octave"}


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Source], Path]:
    """Each source once."""
    known: dict[Source, Path] = {}

    def get(source: Source) -> Path:
        if source not in known:
            known[source] = source(tmp_path_factory.mktemp("source"))
        return known[source]

    return get


def files_in(folder: Path, language: str) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    small = [path for path in found if " " not in str(path) and path.stat().st_size < 600_000]
    likely = [path for path in small if path_kind(path.name, {}).language in (language, "C", "Objective-C")]
    mine = [path for path, (counted_as, _) in oracles.ours(likely).items() if counted_as == language]
    return mine[:: max(1, len(mine) // FILES)]


@pytest.mark.parametrize("language", sorted(SOURCES))
def test_the_pooled_ratio_of_real_code_is_the_oracles_within_half_a_point(language: str, fetched):
    source, oracle = SOURCES[language]
    files = files_in(fetched(source), language)
    theirs = oracle(files)
    mine = {path: counts for path, (_, counts) in oracles.ours(theirs, by=oracle).items()}
    assert len(theirs) >= min(4, len(files)) > 0
    assert oracles.ratio(mine.values()) == pytest.approx(oracles.ratio(theirs.values()), abs=0.5)


def test_perl_equals_ohcount_but_where_that_loses_its_way_in_a_quote(fetched):
    files = files_in(Path("/usr/share/perl5"), "Perl")
    if not files:
        pytest.skip("no Perl libraries are installed")
    theirs = oracles.ohcount(files)
    mine = {path: counts for path, (_, counts) in oracles.ours(theirs).items()}
    assert sum(mine[path] == theirs[path] for path in theirs) >= 0.9 * len(theirs)


@pytest.mark.parametrize("language", ["JavaScript", "CSS"])
def test_every_script_and_style_of_django_is_counted_as_ohcount_does(language: str, fetched):
    theirs = oracles.ohcount(files_in(fetched(DJANGO), language))
    assert theirs
    assert {path: counts for path, (_, counts) in oracles.ours(theirs).items()} == theirs


def test_open_hubs_languages_are_those_that_ohcount_counts(tmp_path: Path):
    names = {RENAMED.get(name, name): name for name in NAMES}
    for to, name in names.items():
        shutil.copy(SAMPLES / name, tmp_path / to)
    read = {names[path.name]: name for path, name in oracles.ohcount_languages([tmp_path / to for to in names]).items()}
    languages = {name: counted(name, (SAMPLES / name).read_bytes()).language for name in read}
    theirs = {
        languages[name]: "" if by == "(null)" else by for name, by in read.items() if languages[name] not in GUESSED
    }
    wanted = {language: NAMED_OTHERWISE.get(language, BY_NAME[language].openhub) for language in theirs}
    assert wanted == theirs


_MIRRORS = os.environ.get("DIPTYCH_MIRRORS", "")
_EXACT = {"JavaScript", "CSS", "SQL", "Shell", "Make", "Batch"}
_NEAR = {"HTML", "XML"}
"""ohcount reads scripts in pages only where their tag has the old `type` attribute."""


def tree(repository: str, before: str, folder: Path) -> list[Path]:
    git = ["git", f"--git-dir={_MIRRORS}/{repository}.git"]
    commit = oracles.run([*git, "rev-list", "-1", "--first-parent", f"--before={before}", "HEAD"]).strip()
    archive = folder / "tree.tar"
    oracles.run([*git, "archive", f"--output={archive}", commit])
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as tar:
        tar.extractall(folder / "tree", filter="data")
    return [path for path in sorted((folder / "tree").rglob("*")) if path.is_file() and not path.is_symlink()]


@pytest.mark.mirrors
@pytest.mark.skipif(not _MIRRORS, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
@pytest.mark.parametrize(
    ("repository", "before", "published", "within"),
    [
        ("flask", "2016-01-01", 27.5, 1.0),
        ("flask", "2020-07-01", 25.2, 0.5),
        ("flask", "2026-06-01", 25.1, 0.5),
        ("django", "2016-01-01", 18.6, 0.5),
        ("django", "2020-07-01", 16.2, 0.5),
        ("django", "2026-06-01", 12.9, 0.5),
    ],
)
def test_flask_and_django_are_counted_as_open_hubs_counter_counts_them(
    repository: str, before: str, published: float, within: float, tmp_path: Path
):
    files = tree(repository, before, tmp_path)
    mine = {path: found for path, found in oracles.ours(files).items() if found[0] in OPENHUB_LANGUAGES}
    theirs = oracles.ohcount(list(mine))
    assert oracles.ratio(counts for _, counts in mine.values()) == pytest.approx(published, abs=0.1)
    both = [path for path in mine if path in theirs]
    exact = [path for path in both if mine[path][0] in _EXACT]
    assert {path: mine[path][1] for path in exact} == {path: theirs[path] for path in exact}
    near = [path for path in both if mine[path][0] in _NEAR]
    wanted = oracles.ratio(theirs[path] for path in near)
    assert oracles.ratio(mine[path][1] for path in near) == pytest.approx(wanted, abs=within)
