from __future__ import annotations

import pytest

from analyzer.count.scopes import scope_of
from analyzer.model.scope import Scope


@pytest.mark.parametrize(
    ("scope", "paths"),
    [
        (
            Scope.SOURCE,
            [
                "setup.py",
                "src/flask/app.py",
                "django/test/client.py",
                "django/core/management/commands/test.py",
                "django/middleware/security.py",
                "django/contrib/admindocs/views.py",
                "django/contrib/admin/templates/admin/doc/index.html",
                "django/contrib/admin/static/admin/js/jquery.init.js",
                "django/contrib/auth/locale/de/LC_MESSAGES/django.po",
                "lib/latest.py",
                "contest/run.c",
                "src/vendored_names.py",
            ],
        ),
        (
            Scope.TESTS,
            [
                "tests/test_basic.py",
                "tests/templates/index.html",
                "test/a.py",
                "src/a/test/A.java",
                "src/main/ATest.java",
                "django/contrib/auth/tests/urls.py",
                "django/contrib/sites/tests.py",
                "js_tests/admin/core.test.js",
                "flask/testsuite/basic.py",
                "pkg/a_test.go",
                "web/__tests__/a.js",
                "web/a.spec.ts",
                "spec/a_spec.rb",
                "conftest.py",
                "t/basic.t",
                "tests/examples/a.py",
            ],
        ),
        (
            Scope.DOCUMENTATION,
            [
                "docs/index.rst",
                "docs/_ext/djangodocs.py",
                "docs/examples/a.py",
                "README.md",
                "LICENSE",
                "LICENSE.python",
                "CHANGES.rst",
                "src/a/NOTES.md",
                "doc/a.txt",
            ],
        ),
        (Scope.EXAMPLES, ["examples/tutorial/flaskr/db.py", "examples/tutorial/tests/test_db.py", "demo/a.js"]),
        (
            Scope.VENDORED,
            [
                "django/contrib/admin/static/admin/js/vendor/jquery/jquery.js",
                "django/contrib/admin/media/js/jquery.min.js",
                "tests/vendor/module.js",
                "node_modules/a/index.js",
                "third_party/a.c",
                "src/_vendor/six.py",
                "gradlew",
                "ez_setup.py",
            ],
        ),
        (
            Scope.GENERATED,
            [
                "static/app.min.js",
                "uv.lock",
                "web/package-lock.json",
                "proto/a_pb2.py",
                "a.pb.go",
                "static/app.js.map",
                "a.egg-info/PKG-INFO",
            ],
        ),
    ],
)
def test_the_scope_of_a_path(scope: Scope, paths: list[str]):
    assert {path: scope_of(path) for path in paths} == dict.fromkeys(paths, scope)


def test_the_outermost_folder_wins():
    assert scope_of("tests/docs/a.py") is Scope.TESTS
    assert scope_of("docs/tests/a.py") is Scope.DOCUMENTATION


def test_case_does_not_matter():
    assert scope_of("Docs/A.py") is Scope.DOCUMENTATION
    assert scope_of("ReadMe.TXT") is Scope.DOCUMENTATION


def test_odd_paths_have_a_scope():
    for path in ("", "/", "a//b", "..", "\\x80\\xff", "a" * 5_000):
        assert scope_of(path) is Scope.SOURCE
