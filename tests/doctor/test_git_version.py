"""Git is there and new enough, or the check says what to install."""

import pytest

from analyzer.doctor.checks.git_version import CHECK, judge


def test_the_git_that_runs_the_tests_will_do(found):
    ((level, words, _),) = found(CHECK)
    assert level == "ok"
    assert words.startswith("git 2.")


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ("git version 2.31.0", "ok"),
        ("git version 2.39.2 (Apple Git-143)", "ok"),
        ("git version 3.0.windows.1", "ok"),
        ("git version 2.30.9", "failed"),
        ("git version 1.99", "failed"),
        ("", "failed"),
    ],
)
def test_a_version_is_judged_by_its_numbers(told, level):
    assert judge(told).level == level


def test_a_missing_git_fails(found, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    ((level, words, advice),) = found(CHECK)
    assert (level, advice) == ("failed", "install git, version 2.31 or newer")
    assert words.startswith("git cannot be run: ")
