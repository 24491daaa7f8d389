from __future__ import annotations

import time

import pytest

from analyzer.count.kinds import language_of_name, path_kind
from analyzer.model.scope import Scope


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a.py", "Python"),
        ("A.PY", "Python"),
        ("models.py-tpl", "Python"),
        ("stub.pyi", "Python"),
        ("a.h", "C"),
        ("a.hpp", "C++"),
        ("Makefile", "Make"),
        ("Makefile.am", "Automake"),
        ("Makefile.in", "Make"),
        ("config.h.in", "C"),
        ("CMakeLists.txt", "CMake"),
        ("notes.txt", "Plain text"),
        ("README", "Plain text"),
        ("Dockerfile", "Dockerfile"),
        ("Dockerfile.xenial", "Dockerfile"),
        (".bashrc", "Shell"),
        (".gitignore", "Ignore list"),
        ("django.po", "Gettext catalogue"),
        ("page.html", "HTML"),
        ("pom.xml", "XML"),
        ("package.json", "JSON"),
        ("conf.ini.dist", "INI"),
        # Only content can tell.
        ("configure-me", ""),
        ("a.unheard-of", ""),
        ("", ""),
        (".", ""),
        ("...", ""),
        ("~", ""),
        (".py", ""),
        # No text at all.
        ("django.mo", "-"),
        ("a.png", "-"),
        ("a.tar.gz", "-"),
        ("a.pyc", "-"),
        ("a.woff2", "-"),
        ("a.jar", "-"),
    ],
)
def test_the_language_that_a_name_implies(name: str, language: str):
    assert language_of_name(name) == language
    assert path_kind(f"folder/{name}", {}).language == language


@pytest.mark.parametrize(
    ("attributes", "language", "scope"),
    [
        ({}, "Perl", Scope.SOURCE),
        ({"linguist-language": "Prolog"}, "Prolog", Scope.SOURCE),
        ({"linguist-language": "Jupyter-Notebook"}, "Jupyter Notebook", Scope.SOURCE),
        ({"linguist-language": "Klingon"}, "Perl", Scope.SOURCE),
        ({"linguist-language": "unspecified"}, "Perl", Scope.SOURCE),
        ({"linguist-detectable": "unset"}, "-", Scope.SOURCE),
        ({"linguist-detectable": "false"}, "-", Scope.SOURCE),
        ({"linguist-detectable": "set"}, "Perl", Scope.SOURCE),
        ({"linguist-vendored": "set"}, "Perl", Scope.VENDORED),
        ({"linguist-vendored": "true"}, "Perl", Scope.VENDORED),
        ({"linguist-generated": "set"}, "Perl", Scope.GENERATED),
        ({"linguist-documentation": "set"}, "Perl", Scope.DOCUMENTATION),
        ({"linguist-vendored": "unset"}, "Perl", Scope.SOURCE),
    ],
)
def test_git_attributes_win_over_names(attributes: dict[str, str], language: str, scope: Scope):
    kind = path_kind("lib/a.pl", attributes)
    assert (kind.language, kind.scope) == (language, scope)


def test_an_attribute_can_take_a_scope_away():
    assert path_kind("vendor/a.js", {"linguist-vendored": "unset"}).scope is Scope.SOURCE
    assert path_kind("vendor/a.js", {"linguist-generated": "unset"}).scope is Scope.VENDORED
    assert path_kind("docs/a.py", {"linguist-documentation": "false"}).scope is Scope.SOURCE


def test_what_an_attribute_takes_away_leaves_the_other_rules():
    assert path_kind("tests/vendor/a.js", {"linguist-vendored": "unset"}).scope is Scope.TESTS


def test_thirty_thousand_paths_take_less_than_a_second():
    paths = [f"package{number % 300}/part{number % 7}/module{number}.py" for number in range(30_000)]
    start = time.process_time()
    for path in paths:
        path_kind(path, {})
    assert time.process_time() - start < 1
