"""The rules by which a path alone says which part of a repository it belongs to.

In order: `vendored` and `generated` win wherever they stand in the path. Of the folders that say tests, documentation
or examples, the outermost wins: examples within the tests are tests. Only where no folder says anything, the file's
name does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analyzer.model.scope import Scope

_VENDORED_FOLDER = re.compile(
    r"(?:^|/)(?:"
    r"vendors?|_vendor|_vendored|vendored|vendor_?js|third[-_]?party|3rd[-_]?party|extern|externals?"
    r"|node_modules|bower_components|jspm_packages|site-packages|dist-packages|__pypackages__"
    r"|godeps|pods|carthage|\.yarn|font-?awesome|jquery-ui|tiny_?mce|ckeditor|codemirror|bundled_?deps"
    r")(?:/|$)"
)
_VENDORED_FILE = re.compile(
    r"jquery(?:[-.]?\d[\w.]*?|[-.]ui[^/]*|)(?:[.-]slim)?(?:[.-]min)?\.(?:js|css)"
    r"|(?:bootstrap|modernizr|html5shiv|respond|underscore|backbone|lodash|sizzle|qunit|prototype|mootools|d3)"
    r"(?:[-.]\d[\w.]*?)?(?:[.-]min)?\.(?:js|css)"
    r"|font-?awesome[^/]*\.(?:css|scss|less)|normalize\.css"
    r"|gradlew(?:\.bat)?|mvnw(?:\.cmd)?|ez_setup\.py|distribute_setup\.py|get-pip\.py|versioneer\.py"
    r"|config\.(?:guess|sub)|install-sh|ltmain\.sh|libtool\.m4"
)
_GENERATED_FOLDER = re.compile(r"(?:^|/)(?:__generated__|_build|[^/]+\.egg-info|__pycache__)(?:/|$)")
_GENERATED_FILE = re.compile(
    r".*(?:[.-]min\.(?:js|css|mjs)|\.(?:js|css|mjs)\.map|_pb2(?:_grpc)?\.pyi?|\.pb\.(?:go|cc|h)|\.g\.dart"
    r"|\.designer\.(?:cs|vb)|\.generated\.\w+|_generated\.\w+)"
    r"|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|composer\.lock|gemfile\.lock|cargo\.lock"
    r"|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|go\.sum|parsetab\.py|aclocal\.m4"
)
_FOLDERS = (
    (
        Scope.TESTS,
        re.compile(r"(?:.*[-_])?tests|__tests?__|specs?|testing_?data|test[-_]?data|testsuite|e2e|.+[-_]test"),
    ),
    (Scope.DOCUMENTATION, re.compile(r"docs?|documentation|javadocs?|manual|man|man[1-9]|doc[-_].+|docs[-_].+")),
    (Scope.EXAMPLES, re.compile(r"examples?|samples?|demos?|.+[-_]examples?")),
)
_TEMPLATES = re.compile(r"(?:.*[-_])?templates")
"""Folders of page templates: what lies deeper is named after the pages (`templates/admin/doc/`)."""
_TEST_FILE = re.compile(
    r"test_.*\.py|.*_test\.(?:py|go|rb|exs|dart|cc|cpp|c)|tests\.py|conftest\.py|.*_spec\.(?:rb|lua)"
    r"|.*[.-](?:test|spec|cy)\.[cm]?[jt]sx?|.*tests?\.(?:java|kt|cs|swift|scala)|test_.*\.(?:c|cc|cpp|rb)|.*\.t"
)
_TEST_SUFFIX = re.compile(r".*[a-z0-9](?:Test|Tests|TestCase|IT)\.(?:java|kt|cs|swift|scala|groovy)")
_DOCUMENTATION_FILE = re.compile(
    r".*\.(?:md|markdown|mdx|rst|adoc|asciidoc|org)"
    r"|(?:readme|changes|changelog|news|authors|contributors|contributing|license|licence|copying|install|notice|todo"
    r"|maintainers|thanks|history|code_of_conduct|security|upgrading)"
    r"(?:[.-](?!(?:py|js|ts|c|h|cc|cpp|cs|go|rs|rb|pl|java|kt|php|sh|html|css|sql|json|ya?ml)$)[\w-]*)*"
)


def scope_of(path: str, denied: frozenset[Scope] = frozenset()) -> Scope:
    """Return the scope of a path (with `/` between its parts), by the rules for other scopes than those `denied`."""
    folder, _, name = path.rpartition("/")
    lower = name.lower()
    said = _folder_scope(folder.lower(), denied)
    if said is Scope.VENDORED or (Scope.VENDORED not in denied and _VENDORED_FILE.fullmatch(lower)):
        return Scope.VENDORED
    if said is Scope.GENERATED or (Scope.GENERATED not in denied and _GENERATED_FILE.fullmatch(lower)):
        return Scope.GENERATED
    if said is not Scope.SOURCE:
        return said
    if _test_folder(folder.lower(), lower) or _TEST_FILE.fullmatch(lower) or _TEST_SUFFIX.fullmatch(name):
        return Scope.TESTS
    if Scope.DOCUMENTATION not in denied and _DOCUMENTATION_FILE.fullmatch(lower):
        return Scope.DOCUMENTATION
    return Scope.SOURCE


@lru_cache(maxsize=50_000)
def _folder_scope(folder: str, denied: frozenset[Scope]) -> Scope:
    """Return what the folders say, in lower case; SOURCE if nothing."""
    if Scope.VENDORED not in denied and _VENDORED_FOLDER.search(folder):
        return Scope.VENDORED
    if Scope.GENERATED not in denied and _GENERATED_FOLDER.search(folder):
        return Scope.GENERATED
    for part in folder.split("/"):
        if _TEMPLATES.fullmatch(part):
            break
        for scope, names in _FOLDERS:
            if scope not in denied and names.fullmatch(part):
                return scope
    return Scope.SOURCE


def _test_folder(folder: str, name: str) -> bool:
    """Return whether a folder `test` holds tests: not within a Python package, whose users it helps to test."""
    if not name.endswith(".py"):
        return "test" in folder.split("/")
    return folder == "test" or folder.startswith("test/")
