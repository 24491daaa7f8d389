"""Remotes whose refs, not whose files, are odd: shallow, forced, detached, with tags of anything, or with a token."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile.place import Place
from tests.odd import odd
from tests.repos import RepoBuilder, git


def small(place: Place, name: str = "remote.git") -> Path:
    builder = RepoBuilder(place.root / name)
    for number in range(4):
        builder.commit({"a.py": "# a\n" * (number + 1) + "x = 1\n"})
    return builder.build()


def read(place: Place, url: str, *, commits: int) -> str:
    """Read a repository the whole way, twice, and return the page."""
    place.configure(f'[quality]\nsurvival = false\n[[repository]]\nname = "odd"\nurl = "{url}"\n')
    before = place.outside()
    for _ in range(2):
        ran = place.run("run")
        assert ran.code == 0, ran.err
        assert "Traceback" not in ran.err
    assert json.loads(place.run("show", "commits", "--json").out)[0]["value"] == commits
    assert place.outside() == before
    return (place.workspace / "reports" / "odd.html").read_text(encoding="utf-8")


def test_a_shallow_remote_is_told_and_its_figures_are_a_floor(place: Place) -> None:
    git(place.root, "clone", "-q", "--bare", "--depth=2", small(place).as_uri(), "shallow.git")
    page = read(place, (place.root / "shallow.git").as_uri(), commits=2)
    assert "at least 2" in page
    assert "history is cut off" in page


def test_a_history_that_was_pushed_over_is_told_and_forgotten(place: Place) -> None:
    path = odd("force_pushed", place.root / "remote.git").path
    read(place, path.as_uri(), commits=3)
    git(path, "update-ref", "-d", "refs/heads/main")
    odd("force_pushed_later", path)
    page = read(place, path.as_uri(), commits=2)
    assert "Soon gone" not in page
    assert "secret" not in place.run("show", "lines", "--by", "file", "--json").out
    assert place.run("verify").code == 0


def test_tags_of_anything_and_of_each_other_are_no_releases_that_cannot_be(place: Place) -> None:
    path = small(place)
    blob, tree = (git(path, "rev-parse", what).decode().strip() for what in ("HEAD:a.py", "HEAD^{tree}"))
    git(path, "tag", "3.0", "HEAD")
    for name, what in (("1.0", blob), ("2.0", tree)):
        git(path, "-c", "user.name=A", "-c", "user.email=a@example.org", "tag", "-a", "-m", name, name, what)
    for depth in range(50):
        git(path, "-c", "user.name=A", "-c", "user.email=a@example.org", "tag", "-a", "-m", "x", f"n{depth}",
            f"refs/tags/n{depth - 1}" if depth else "refs/tags/3.0")  # fmt: skip
    git(path, "update-ref", "refs/tags/light", blob)
    read(place, path.as_uri(), commits=4)
    rows = json.loads(place.run("show", "releases", "--json").out)
    assert rows[0]["value"] == 1


def test_objects_that_were_replaced_are_those_that_were_committed(place: Place) -> None:
    path = small(place)
    head, first = (git(path, "rev-parse", what).decode().strip() for what in ("HEAD", "HEAD~3"))
    git(path, "replace", head, first)
    git(path, "update-ref", "refs/notes/commits", first)
    read(place, path.as_uri(), commits=4)
    place.configure(f'[quality]\nsurvival = false\n[[repository]]\nname = "odd"\npath = "{path}"\n')
    assert json.loads(place.run("show", "commits", "--json").out)[0]["value"] == 4


def test_a_head_that_leads_nowhere_is_told_and_a_branch_helps(place: Place) -> None:
    path = small(place)
    git(path, "symbolic-ref", "HEAD", "refs/heads/gone")
    git(path, "branch", "other", "main~1")
    place.configure(f'[[repository]]\nname = "odd"\nurl = "{path.as_uri()}"\n')
    ran = place.run("refresh")
    assert ran.code == 1 and "no commit on its default branch" in ran.err
    place.configure(f'[[repository]]\nname = "odd"\nbranch = "main"\nurl = "{path.as_uri()}"\n')
    assert place.run("refresh").code == 0


@pytest.mark.parametrize("way", ["run", "refresh", "broken"])
def test_a_token_in_a_url_is_nowhere(place: Place, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small(place)
    there = path.as_uri() if way != "broken" else "http://127.0.0.1:9/x"
    (place.root / "config").write_text(f'[url "{there}"]\n\tinsteadOf = https://user:s3cr3t@forge.example/a/b\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(place.root / "config"))
    url = f"https://user:s3cr3t@forge.example/a/b{'?key=s3cr3t' if way == 'broken' else ''}"
    place.configure(f'[[repository]]\nname = "odd"\nurl = "{url}"\n')
    ran = place.run("refresh" if way == "refresh" else "run")
    assert ran.code == (1 if way == "broken" else 0), ran.err
    assert "s3cr3t" not in ran.out + ran.err
    for one in place.workspace.rglob("*"):
        if one.is_file() and one.name != "diptych.toml":
            assert b"s3cr3t" not in one.read_bytes(), one
