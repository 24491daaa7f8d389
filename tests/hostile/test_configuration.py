"""A configuration may come from a stranger, too: with a repository, or by mail."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from tests.hostile.place import Place
from tests.repos import RepoBuilder

OUTSIDE = (
    "../canary.html",
    "a/../../canary.html",
    "/tmp/../{root}/canary.html",
    "{root}/canary.html",
    "~/canary.html",
    "out/canary.html",
    "circle/canary.html",
    "~nobody-is-called-so/canary.html",
    ".",
    "a\0b",
)
"""Places for a report; `out` is a link that leads out of the workspace, `circle` one to itself."""


@pytest.fixture
def remote(place: Place) -> str:
    builder = RepoBuilder(place.root / "remote.git")
    builder.commit({"a.py": "x = 1\n"})
    return builder.build().as_uri()


@pytest.mark.parametrize("output", OUTSIDE, ids=lambda output: ascii(output[:20]))
def test_a_report_is_not_written_outside_of_the_folder(place: Place, remote: str, output: str) -> None:
    (place.root / "elsewhere").mkdir()
    (place.workspace / "out").symlink_to(place.root / "elsewhere")
    (place.workspace / "circle").symlink_to("circle")
    written = json.dumps(output.format(root=place.root))
    place.configure(f'output = {written}\n[[repository]]\nname = "one"\nurl = "{remote}"\n')
    before = place.outside()
    ran = place.run("run")
    assert ran.code == 2
    (error,) = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert "diptych.toml" in error or "home folder" in error
    assert place.outside() == before


def test_the_command_line_may_say_where_a_report_goes(place: Place, remote: str) -> None:
    place.configure(f'[quality]\nradon = false\n[[repository]]\nname = "one"\nurl = "{remote}"\n')
    assert place.run("run", "--output", str(place.root / "there.html")).code == 0
    assert (place.root / "there.html").exists()


@pytest.mark.parametrize(
    "name", ["..", "../x", "a/b", "/etc", "-x", "", ".", "a\nb", "\x1b[2J", "<b>", "=1+1", "a\\b", "\u202e"]
)
def test_a_name_is_no_path_no_markup_and_no_formula(place: Place, remote: str, name: str) -> None:
    place.configure(f'[[repository]]\nname = {json.dumps(name)}\nurl = "{remote}"\n')
    before = place.outside()
    ran = place.run("run")
    assert ran.code == 2 and "\x1b" not in ran.err
    assert place.outside() == before


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 20_000,
        "a = " + "{a=" * 20_000,
        "a = " + "9" * 20_000,
        "a = 1e" + "9" * 400,
        "a = 1." + "9" * 20_000 + "e-99999999999999999999",
        "[" + "a." * 20_000 + "a]",
        "[[repository]]\n" * 20_000,
        "a = 2020-99-99",
        "\x00",
        "a = \x1b[31m",
        "[[repository]]\nurl = 'https://127.0.0.1:9/a/b'\n[[claim]]\ntext='x'\nrepository='b'\nmetric='commits'\nvalue=1e400000\n",
        "[[repository]]\nurl = 'https://127.0.0.1:9/a/b'\n[[claim]]\ntext='x'\nrepository='b'\nmetric='commits'\nvalue=nan\n",
        "[[repository]]\nurl = 'https://127.0.0.1:9/a/b'\n[people]\nmailmap = '/etc'\n",
        "[[repository]]\nurl = 'https://127.0.0.1:9/a/b'\n[people]\nmailmap = '~nobody-is-called-so/x'\n",
        "[[repository]]\npath = '~nobody-is-called-so/x'\n",
        "[[repository]]\nurl = 'https://127.0.0.1:9/a/b'\n[settings]\njobs = 99999999999999999999\n",
    ],
    ids=lambda text: ascii(text[:25]),
)
def test_a_configuration_that_is_none_is_told_in_a_line(place: Place, text: str) -> None:
    place.configure(text)
    before = place.outside()
    ran = place.run("show", "commits")
    assert ran.code == 2, ran.err
    assert "Traceback" not in ran.err and "\x1b" not in ran.err
    assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
    assert place.outside() == before


@pytest.fixture
def endless(place: Place) -> list[str]:
    """Places that somebody could wait at for ever, or read without end."""
    os.mkfifo(place.root / "pipe")
    (place.root / "link").symlink_to("/dev/zero")
    with (place.workspace / "sparse").open("wb") as file:
        file.truncate(1 << 40)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(place.root / "socket"))
    made = [str(place.root / name) for name in ("pipe", "link", "socket")]
    return [*made, str(place.workspace / "sparse"), "/dev/zero", "/dev/tty"]


def told_at_once(place: Place, *words: str) -> None:
    ran = place.run(*words)
    assert ran.code == 2, ran.err
    (error,) = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert "no plain file" in error or "larger than" in error or "no file" in error or "cannot read" in error
    assert "hint: " in ran.err and "Traceback" not in ran.err


def test_a_mailmap_without_an_end_is_told_at_once(place: Place, remote: str, endless: list[str]) -> None:
    for one in endless:
        place.configure(f'[[repository]]\nurl = "{remote}"\n[people]\nmailmap = {json.dumps(one)}\n')
        before = place.outside()
        told_at_once(place, "show", "commits")
        assert place.outside() == before


def test_a_configuration_without_an_end_is_told_at_once(place: Place, endless: list[str]) -> None:
    for one in endless:
        if one.endswith("pipe"):
            # The shell's `<(...)` is one: it is read to its end, which comes at once where nobody writes.
            assert place.run("run", one).code == 2
        else:
            told_at_once(place, "run", one)
        (place.workspace / "diptych.toml").unlink(missing_ok=True)
        (place.workspace / "diptych.toml").symlink_to(one)
        assert place.run("show", "commits").code == 2


def test_a_repository_that_is_no_folder_is_told_at_once(place: Place, endless: list[str]) -> None:
    for one in endless:
        for key, address in (("path", one), ("url", f"file://{one}")):
            place.configure(f'[[repository]]\nname = "one"\n{key} = {json.dumps(address)}\n')
            ran = place.run("refresh")
            assert ran.code in (1, 2), ran.err
            assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
            assert "Traceback" not in ran.err


def test_things_without_an_end_where_a_report_goes_hold_nobody_up(
    place: Place, remote: str, endless: list[str]
) -> None:
    reports = place.workspace / "reports"
    reports.mkdir()
    for number, one in enumerate(endless):
        (reports / f"{number}.html").symlink_to(one)
    os.mkfifo(reports / "index.html")
    os.mkfifo(reports / "one.html")
    place.configure(f'[quality]\nradon = false\n[report]\nkeep = 2\n[[repository]]\nname = "one"\nurl = "{remote}"\n')
    assert place.run("run").code == 0
    assert (reports / "one.html").is_file()


def test_the_configuration_of_a_repository_that_is_read_is_not_ours(place: Place) -> None:
    builder = RepoBuilder(place.root / "remote.git")
    builder.commit({"a.py": "x = 1\n", "diptych.toml": 'output = "../canary.html"\n', ".env": "DIPTYCH_HOME=/\n"})
    remote = builder.build().as_uri()
    place.configure(f'[[repository]]\nname = "one"\nurl = "{remote}"\n')
    before = place.outside()
    assert place.run("show", "commits").code == 0
    assert place.outside() == before
    assert not list(Path(place.workspace).glob("*.html"))
