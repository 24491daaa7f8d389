"""Addresses that are options, helpers or paths in disguise are refused in one line, and nothing is run or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile.place import Place
from tests.repos import RepoBuilder

TRICKS = (
    "--upload-pack=touch canary",
    "--upload-pack=touch canary;/x",
    "-u./canary",
    "--config=core.sshCommand=touch canary",
    "ext::sh -c touch% canary",
    "ext::sh -c 'touch canary' x",
    "EXT::sh -c touch% canary",
    "fd::17",
    "foo::https://example.invalid/a/b",
    "ext://touch canary",
    "ssh://-oProxyCommand=touch%20canary/x",
    "ssh://-oProxyCommand=touch canary/x/y",
    "-oProxyCommand=touch canary:x/y",
    "git@-oProxyCommand=touch canary:x",
    "file:///etc/../../canary",
    "file://../canary",
    "file:///dev/null",
    "file://-/canary",
    "file:///tmp;touch canary",
    "https://127.0.0.1:9/$(touch canary)/b",
    "https://127.0.0.1:9/a/b;touch canary",
    "https://example.invalid/a/../../../../canary",
    "https://example.invalid/%2e%2e/%2e%2e/canary",
    "https://example.invalid/a%00/b",
    "`touch canary`/b",
    "$(touch canary)",
    "|touch canary",
    "/etc/passwd",
    "/dev/zero",
    "/dev/tty",
    "~nobody-is-called-so/x",
    "~/canary",
    "\x1b[2J/x",
    "a/b\nc/d",
    "\u202e/x",
    "x" * 100_000,
    "x/" * 50_000,
    "http://" + "a" * 100_000,
    "<script>alert(1)</script>",
)


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: ascii(trick[:30]))
def test_a_trick_is_refused_wherever_it_stands(place: Place, trick: str) -> None:
    before = place.outside()
    for key, words in (("url", ("run",)), ("path", ("run",)), ("url", ("refresh", trick))):
        place.configure(f'[[repository]]\nname = "odd"\n{key} = {json.dumps(trick)}\n')
        ran = place.run(*words)
        assert ran.code in (1, 2), (words, ran.err)
        assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
        assert "Traceback" not in ran.err and "\x1b" not in ran.err
    assert place.outside() == before
    assert not [path for path in place.workspace.rglob("*") if path.suffix == ".git"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("branch", "--upload-pack=touch canary"),
        ("branch", "main:refs/heads/../../canary"),
        ("branch", "../../../canary"),
        ("branch", "main\nx"),
        ("branch", "$(touch canary)"),
        ("branch", "main^{/x}"),
        ("branch", "@{-1}"),
        ("branch", "\x1b[2J"),
        ("as_of", "--output=canary"),
        ("as_of", "main..side"),
        ("as_of", ":/x"),
        ("as_of", "HEAD^{/" + "(" * 1000 + "}"),
        ("as_of", "\u202e"),
        ("as_of", "9999999-01-01"),
        ("as_of", "0000-00-00"),
    ],
)
def test_a_branch_or_a_moment_is_never_an_option(place: Place, key: str, value: str) -> None:
    builder = RepoBuilder(place.root / "remote.git")
    builder.commit({"a.py": "x = 1\n"})
    remote = builder.build()
    head = f"{key} = {json.dumps(value)}\n"
    table = f'[[repository]]\nname = "one"\nurl = "{remote.as_uri()}"\n'
    place.configure(f"{table}{head}" if key == "branch" else f"{head}{table}")
    before = place.outside()
    ran = place.run("run")
    assert ran.code in (1, 2), ran.err
    assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
    assert "\x1b" not in ran.err
    assert place.outside() == before


def test_a_server_that_sends_us_elsewhere_is_not_followed_to_a_helper(place: Place) -> None:
    """A repository whose `.git` is a file that names another folder, and whose HEAD is a link, gives nothing away."""
    builder = RepoBuilder(place.root / "real.git")
    builder.commit({"a.py": "x = 1\n"})
    builder.build()
    fake = place.root / "fake"
    fake.mkdir()
    (fake / ".git").write_text(f"gitdir: {place.root}/real.git\n")
    linked = place.root / "linked.git"
    linked.mkdir()
    for name in ("objects", "refs"):
        (linked / name).symlink_to(place.root / "real.git" / name)
    (linked / "HEAD").symlink_to(Path("/etc/passwd"))
    for folder in (fake, linked):
        before = place.outside()
        ran = place.run("refresh", str(folder))
        assert ran.code in (0, 1)
        assert "root:" not in ran.out + ran.err
        assert place.outside() == before
