"""Troubles with what stands in files: sources that are hard on parsers and patterns."""

from __future__ import annotations

from tests.odd.troubles import trouble
from tests.repos import RepoBuilder

DEEP = 3_000


@trouble
def hostile_python(repo: RepoBuilder) -> None:
    """Python that is hard on parsers: nesting, wrong encodings, unfinished strings, a number of a million digits."""
    repo.commit({
        "brackets.py": "x = " + "(" * DEEP + ")" * DEEP + "\n",
        "minus.py": "x = " + "-" * DEEP + "1\n",
        "dots.py": "x = a" + ".b" * DEEP + "\n",
        "plus.py": "x = 1" + " + 1" * DEEP + "\n",
        "elif.py": "if a:\n    pass\n" + "elif b:\n    pass\n" * DEEP,
        "indent.py": "".join(" " * depth + "if x:\n" for depth in range(300)) + " " * 300 + "pass\n",
        "lambda.py": "x = " + "lambda: " * DEEP + "0\n",
        "number.py": "x = " + "9" * 1_000_000 + "\n",
        "unfinished.py": '"""never\n' * 2_000 + '"',
        "quotes.py": "'" * 50_000 + "\n" + '"' * 50_001 + "\n",
        "backslashes.py": "\\" * 50_000 + "\n" + "\\\n" * 20_000,
        "fstrings.py": "x = " + "f'{" * 150 + "1" + "}'" * 150 + "\n",
        "rot13.py": "# -*- coding: rot13 -*-\nk = 1\n",
        "unknown.py": "# -*- coding: no-such-codec -*-\nx = 1\n",
        "wrong.py": b"# -*- coding: utf-8 -*-\nx = '\xff'\n",
        "utf16.py": "x = 1  # \u00e9\n".encode("utf-16"),
        "broken16.py": b"\xff\xfe\x00\xd8x\x00\n",
        "late_nul.py": b"x = 1\n" * 2_000 + b"\0\n",
        "returns.py": "x = 1\r# two\r\n\n\r\ny = 2\x0c\n\x1c\x1d\x85\u2028",
        "tabs.py": "if x:\n\ty = 1\n        z = 2\n",
        "empty.py": "",
        "only_space.py": " \t\n" * 100,
    })  # fmt: skip


@trouble
def hostile_sources(repo: RepoBuilder) -> None:
    """Other languages at their worst: nested comments and templates without end, and what slows down patterns."""
    deep = 20_000
    repo.commit({
        "nested.rs": "/*" * deep + "x\n" + "*/" * (deep - 1),
        "nested.hs": "{-" * deep + "\n" + "-}" * deep,
        "nested.lua": "--[" + "=" * deep + "[\n" + "]" + "=" * deep + "]\n",
        "raw.cpp": 'auto x = R"' + "(" * deep + "\n",
        "template.js": "x = " + "`${" * 5_000 + "1" + "}`" * 5_000 + "\n",
        "regex.js": "x = /" + "[/" * deep + "\n" + "/" * deep + "\n",
        "slashes.js": "/" * 100_000 + "\n",
        "stars.c": "/" + "*/" * deep + "\n" + "/*" * deep,
        "quotes.sh": "'\"" * deep + "\n" + "<<EOF\n" * 3_000,
        "heredoc.rb": "x = <<A\n" * 5_000,
        "script.html": "<script>" * 5_000 + "<!--" * 5_000 + "<style>" * 5_000 + "\n",
        "open.php": "<?php " * 5_000 + "?><?= /*" * 5_000,
        "block.pl": "=pod\n" * 5_000 + "=cut\n",
        "line.css": "a{}" * 50_000,
        "dashes.sql": "--" * 50_000 + "\n" + "/*" * 10_000,
        "spaces.yaml": " " * 200_000 + "# a\n",
        "dollar.sql": "$" + "a" * deep + "$\n",
        "quote.m": "'" * deep + "\n%{\n" * 1_000,
        "mode": "#!" + "/" * 5_000 + "env " * 5_000 + "\nx\n",
        "vim": "vim: " * 2_000 + "ft=" * 2_000 + "\n",
    })  # fmt: skip
