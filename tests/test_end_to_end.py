"""The main job as a user starts it, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MIRRORS = os.environ.get("DIPTYCH_MIRRORS", "")

OPEN_HUB = {
    # As measured with ohcount over checkouts, all languages that it counts: percent of comments (Flask, Django).
    "2016-01-01": (27.5, 18.6),
    "2018-01-01": (26.9, 17.2),
    "2019-01-01": (26.5, 16.9),
    "2019-07-01": (26.6, 16.7),
    "2020-01-01": (26.6, 16.4),
    "2020-07-01": (25.2, 16.2),
    "2021-01-01": (25.4, 15.9),
    "2022-01-01": (24.8, 15.4),
    "2024-01-01": (25.3, 13.4),
    "2026-06-01": (25.1, 12.9),
}


def diptych(*words: str, workspace: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "analyzer", "--workspace", str(workspace), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def git(path: Path, *words: str) -> str:
    settings = ["-c", "mailmap.blob=", "-c", "mailmap.file="]
    command = ["git", "-C", str(path), *settings, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout


def day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def contributors(path: Path, sha: str) -> int:
    """Count the lines of `git shortlog`, which without a mailmap are the identities as recorded."""
    return len(git(path, "shortlog", "-sne", sha).splitlines())


@pytest.mark.slow
def test_the_project_reports_on_its_own_repository(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: there is no history to report on")
    refs = git(ROOT, "for-each-ref") + git(ROOT, "status", "--porcelain")
    done = diptych("compare", str(ROOT), "--output", str(tmp_path / "own.html"), workspace=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Commits (all time)" in done.stdout
    page = (tmp_path / "own.html").read_bytes()
    assert b"<!doctype html>" in page[:100].lower()
    head = git(ROOT, "rev-parse", "HEAD").strip()
    for metric, expected in (
        ("commits", int(git(ROOT, "rev-list", "--count", "HEAD"))),
        ("contributors", contributors(ROOT, "HEAD")),
    ):
        (row,) = json.loads(diptych("show", metric, "-r", str(ROOT), "--json", workspace=tmp_path).stdout)
        assert (row["commit"], row["value"]) == (head, expected)
    assert git(ROOT, "for-each-ref") + git(ROOT, "status", "--porcelain") == refs
    again = diptych("compare", str(ROOT), "--output", str(tmp_path / "own.html"), workspace=tmp_path)
    assert again.returncode == 0
    assert (tmp_path / "own.html").read_bytes() == page


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace in which Flask and Django have been read and reported on."""
    if not MIRRORS:
        pytest.skip("DIPTYCH_MIRRORS names no folder with flask.git and django.git")
    place = tmp_path_factory.mktemp("workspace")
    tables = [f'[[repository]]\nname = "{name}"\nurl = "file://{MIRRORS}/{name}.git"\n' for name in ("flask", "django")]
    claims = (ROOT / "diptych.toml").read_text(encoding="utf-8").partition('[[claim]]\nname = "light-weight"')[0]
    claims = claims[claims.index("[[claim]]") :]
    text = "\n".join(['title = "Flask and Django"\n', *tables, claims])
    (place / "diptych.toml").write_text(text, encoding="utf-8")
    done = diptych("run", workspace=place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.slow
@pytest.mark.mirrors
class TestFlaskAndDjango:
    def test_the_published_claim_is_measured_to_the_tenth(self, workspace: Path) -> None:
        for date, expected in OPEN_HUB.items():
            words = ("show", "comment_ratio", "--definition", "openhub", "--as-of", date, "--json")
            rows = json.loads(diptych(*words, workspace=workspace).stdout)
            measured = {row["repository"]: row for row in rows}
            for name, percent in zip(("flask", "django"), expected, strict=True):
                row = measured[name]
                assert row["value"] == pytest.approx(percent, abs=0.2), (date, name)
                assert row["value"] == pytest.approx(100 * row["comment"] / (row["comment"] + row["code"]))
                mirror = Path(MIRRORS) / f"{name}.git"
                before = git(mirror, "rev-list", "-1", "--first-parent", f"--before={date}T00:00:00Z", "HEAD")
                assert row["commit"] == before.strip()

    def test_the_pair_was_true_for_a_time_and_is_no_longer(self, workspace: Path) -> None:
        done = diptych("check", "--offline", "--json", workspace=workspace)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        heads = {one["claim"]["repository"]: one["judgements"][0]["holds_at_head"] for one in told["claims"]}
        assert heads == {"flask": True, "django": False}
        joint = next(one for one in told["together"] if one["definition"] == "openhub")
        spans = [(day(span["start"]), day(span["end"])) for span in joint["intervals"]]
        assert spans == [("2020-04-04", "2021-03-10"), ("2021-04-07", "2021-11-19")]

    def test_the_order_turns_with_the_definition(self, workspace: Path) -> None:
        told = json.loads(diptych("ranking", "--json", workspace=workspace).stdout)
        now = {one["definition"]: one["now"] for one in told["orders"] if one["scope"] == "all"}
        assert {name for name, order in now.items() if order == 1} >= {"openhub", "scc", "sonar", "semantic"}
        assert {name for name, order in now.items() if order == -1} >= {"tokei", "radon", "cloc-docstrings-as-code"}

    def test_counts_equal_those_of_git(self, workspace: Path) -> None:
        for name in ("flask", "django"):
            mirror = Path(MIRRORS) / f"{name}.git"
            expected = {
                "commits": int(git(mirror, "rev-list", "--count", "HEAD")),
                "contributors": contributors(mirror, "HEAD"),
            }
            for metric, count in expected.items():
                words = ("show", metric, "--repository", name, "--json")
                (row,) = json.loads(diptych(*words, workspace=workspace).stdout)
                assert row["value"] == count, (name, metric)

    def test_a_release_off_the_trunk_has_the_commits_that_git_counts(self, workspace: Path) -> None:
        mirror = Path(MIRRORS) / "django.git"
        if not git(mirror, "tag", "--list", "4.2.1"):
            pytest.skip("the Django mirror has no release tags")
        words = ("show", "commits", "--repository", "django", "--as-of", "4.2.1", "--json")
        (row,) = json.loads(diptych(*words, workspace=workspace).stdout)
        assert row["value"] == int(git(mirror, "rev-list", "--count", "4.2.1"))

    def test_the_report_is_there_and_has_a_bearable_weight(self, workspace: Path) -> None:
        report = workspace / "reports" / "flask-vs-django.html"
        assert report.stat().st_size < 1_600_000
        assert "Flask and Django" in report.read_text(encoding="utf-8")
