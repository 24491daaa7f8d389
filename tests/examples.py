"""The command lines of the pages, and a place in which they are run: no network, small repositories that stand in.

In a block of `console`, a line that begins with `$ ` is a command, one that begins with `> ` goes on with it, and what
follows is what it prints, as far as it is shown: `...` stands for any lines. In a block of `sh` each line is a command.
A command must succeed, unless the page shows that it prints an error. `<!-- file: diptych.toml -->` before a block of
`toml` makes a file of it, and `<!-- first: COMMAND -->` is run, before the first command.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.repos import DAY, EPOCH, RepoBuilder

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    path
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
    if "adr" not in path.parts
)
_BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^<!-- file: ([\w.-]+) -->\n+```toml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FIRST = re.compile(r"^<!-- first: (.*) -->$", re.MULTILINE)
_RAN = re.compile("\x01(\\d+)\n(.*?)\x02(\\d+)\n", re.DOTALL)

DRY = {"make": 'exec {make} --silent -n -C {root} "$@"', "crontab": '[ "$1" = -l ] || exec cat > {folder}/crontab'}
"""Programs that are not run for real: make says what it would do, and no crontab is touched."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command, and what the page says that it prints."""

    line: int
    command: str
    shown: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether the page shows an error."""
        return any(line.startswith("error: ") for line in self.shown)


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    printed: str


def examples(page: Path) -> list[Example]:
    """Return the commands of a page, in their order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(2)) + 1
        found += _of_console(block[2], first) if block[1] == "console" else _of_shell(block[2], first)
    return found


def files(page: Path) -> dict[str, str]:
    """Return the files that a page wants to be there, by name."""
    return {found[1]: found[2] for found in _FILE.finditer(page.read_text(encoding="utf-8"))}


def first(page: Path) -> list[str]:
    """Return the commands that prepare what a page takes for granted."""
    return _FIRST.findall(page.read_text(encoding="utf-8"))


def ends(command: str) -> bool:
    """Return whether a command comes to an end by itself: `diptych watch` does only after so many rounds."""
    return all("watch" not in words or "--rounds" in words for words in words_of_diptych(command))


def _of_console(text: str, first: int) -> Iterator[Example]:
    command, line, shown = "", 0, []
    for number, one in enumerate(text.splitlines(), first):
        if one.startswith("$ "):
            if command:
                yield Example(line, command, tuple(shown))
            command, line, shown = one[2:], number, []
        elif one.startswith("> ") or one == ">":
            command += f"\n{one[2:]}"
        else:
            shown.append(one)
    if command:
        yield Example(line, command, tuple(shown))


def _of_shell(text: str, first: int) -> Iterator[Example]:
    for number, one in enumerate(text.splitlines(), first):
        if one.strip() and not one.startswith("#"):
            yield Example(number, one)


def words_of_diptych(command: str) -> list[list[str]]:
    """Return the words behind each `diptych` of a command line."""
    lexer = shlex.shlex(command.split("<<")[0], posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    calls: list[list[str]] = []
    before = ";"
    inside = False
    for word in lexer:
        if re.fullmatch(r"[();<>|&\n]+", word):
            inside = False
        elif word == "diptych" and not inside and not before.endswith((">", "<")):
            calls.append([])
            inside = True
        elif inside:
            calls[-1].append(word)
        before = word
    return calls


class Place:
    """A folder with a configuration and a repository, and hosts of which nothing is real."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.work = folder / "work"
        for one in (self.home, self.work, folder / "bin"):
            one.mkdir()
        shutil.copy(ROOT / "diptych.toml", self.work)
        self._stand_in("hosts/flask.git", "flask", docstrings=True)
        self._stand_in("hosts/django.git", "django", docstrings=False)
        self._stand_in("hosts/werkzeug.git", "werkzeug", docstrings=True)
        self._stand_in("hosts/project.git", "project", docstrings=False)
        self._stand_in("hosts/ours.git", "ours", docstrings=True)
        git = ("git", "-C", str(self.work))
        subprocess.run([*git, "clone", "--quiet", "--bare", str(folder / "hosts/ours.git"), ".git"], check=True)
        subprocess.run([*git, "config", "core.bare", "false"], check=True)
        subprocess.run([*git, "reset", "--quiet"], check=True)
        self._write_settings()
        self._write_programs()

    def run(self, commands: list[str]) -> list[Ran]:
        """Run the commands in one shell; return what each printed."""
        script = "\n".join(
            f"printf '\\001%d\\n' {number}\n{command}\nprintf '\\002%d\\n' $?"
            for number, command in enumerate(commands)
        )
        # Not by a pipe: a command that reads its input would swallow the ones behind it.
        (self.folder / "script").write_text(f"exec 2>&1\n{script}\n", encoding="utf-8")
        ended = subprocess.run(
            ["bash", "--norc", "--noprofile", str(self.folder / "script")],
            stdin=subprocess.DEVNULL,
            cwd=self.work,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        ran = [Ran(int(code), printed) for _, printed, code in _RAN.findall(ended.stdout)]
        assert len(ran) == len(commands), f"{ended.stdout[-2000:]}{ended.stderr}"
        return ran

    def _stand_in(self, path: str, name: str, *, docstrings: bool) -> None:
        repo = RepoBuilder(self.folder / path)
        repo.path.parent.mkdir(exist_ok=True)
        text = f'"""What {name} is for."""\n' if docstrings else ""
        for year in range(2013, 2027):
            text += f"\n\ndef of_{year}(one):\n    # as it was in {year}\n    return one + {year}\n"
            files = {f"{name}/core.py": text, "tests/test_core.py": f"assert {year}\n", "README.md": f"# {name}\n"}
            repo.commit(
                {**files, f"vendor/theirs_{year}.py": "x = 1\n"},
                by=f"Ada {year % 3} <ada{year % 3}@example.org>",
                time=EPOCH + (year - 2020) * 365 * DAY + 9 * 3600,
            )
            repo.tag(f"v{year}", year - 2012, day=(year - 2020) * 365 + 1)
        repo.build()

    def _write_settings(self) -> None:
        hosts = (self.folder / "hosts").as_uri()
        pairs = {
            "pallets": "https://github.com/pallets/",
            "django": "https://github.com/django/",
            "group": "https://gitlab.com/group/",
            "company": "https://git.example.org/team/",
            "by-ssh": "git@git.example.org:team/",
        }
        lines = [f'[url "{hosts}/"]', *(f"\tinsteadOf = {address}" for address in pairs.values())]
        lines += ["[user]", "\tname = Ada", "\temail = ada@example.org", "[init]", "\tdefaultBranch = main"]
        (self.folder / "gitconfig").write_text("\n".join(lines) + "\n")

    def _write_programs(self) -> None:
        programs = {"diptych": f'exec {shlex.quote(sys.executable)} -m analyzer "$@"'}
        where = {"make": shutil.which("make") or "true", "root": ROOT, "folder": self.folder}
        programs.update({name: text.format(**where) for name, text in DRY.items()})
        for name, text in programs.items():
            (self.folder / "bin" / name).write_text(f"#!/bin/sh\n{text}\n")
            (self.folder / "bin" / name).chmod(0o755)

    def _environment(self) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("TMPDIR", "SSL_CERT_FILE") if key in os.environ}
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
        return {
            **kept,
            **nowhere,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": str(self.folder / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
        }


def missing(shown: tuple[str, ...], printed: str) -> list[str]:
    """Return the lines that a page shows and that were not printed in that order; a gap is only where `...` stands.

    How wide the columns of a table are, which depends on the folder, does not matter.
    """
    lines = [_narrow(line) for line in printed.splitlines()]
    at, gap = 0, True
    lost = []
    for one in (_narrow(line) for line in shown):
        if one == "...":
            gap = True
            continue
        here = lines.index(one, at) if one in lines[at:] else -1
        if here < 0 or (not gap and here != at):
            lost.append(one)
            continue
        at, gap = here + 1, False
    return lost


def _narrow(line: str) -> str:
    return re.sub(" {2,}", "  ", line.rstrip())
