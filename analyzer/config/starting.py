"""The first `diptych.toml` of a workspace: what is known filled in, all else as comments."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer.config import naming, published
from analyzer.model.wording import listed


@dataclass(frozen=True, slots=True)
class Start:
    """A repository to begin with."""

    key: str
    """`url` or `path`."""
    value: str
    """As it will stand in the file."""


_HEAD = """\
#:schema ./{schema}
# One comparison for `diptych run`. What is commented out shows what else can be said;
# `diptych config show` prints every value and where it comes from.
title = {title}
# output = "reports/ours.html"        # relative to this file
# as_of = 2024-01-01                  # all figures at this date, tag or commit
"""

_REPOSITORY = """
[[repository]]
name = {name}
{key} = {value}
"""

_OPTIONS = """\
# branch = "main"                     # another than the default branch
# exclude = ["vendor/**"]             # patterns of .gitignore
"""

_REST = """
# A published sentence, judged in the report and by `diptych check`.
# [[claim]]
# text = "A quarter of it is comments"
# repository = {name}
# metric = "comment_ratio"            # any of `diptych show`
# value = 25                          # true within half of its last digit
# must_hold = true                    # `diptych check` fails if it does not

# [settings]
# jobs = 2                            # one for each core
# definition = "openhub"              # any of `diptych explain definition`

# [quality]
# survival = false                    # the slowest part: when each line was written, and by whom
# months = 12                         # how far back recent changes are looked at
# commits = 500                       # and at most how many

# [people]
# mailmap = "ours.mailmap"            # wins over the repository's own
# bots = ["*@ci.example.org"]         # programs, beside those that are known

# [[person]]
# name = "Ada Byron"
# aliases = ["ada", "ada@home.example"]
"""


def first(starts: Sequence[Start], base: Path) -> str:
    """Return the text of a configuration of these repositories, which lies in the folder `base`."""
    names = naming.names([(None, start.value) for start in starts], base)
    parts = [_HEAD.format(schema=published.FILE, title=_quoted(listed(names)))]
    for number, (name, start) in enumerate(zip(names, starts, strict=True)):
        parts.append(_REPOSITORY.format(name=_quoted(name), key=start.key, value=_quoted(start.value)))
        parts.append("" if number else _OPTIONS)
    parts.append(_REST.format(name=_quoted(names[0])))
    return "".join(parts)


def _quoted(text: str) -> str:
    # A string of JSON is one of TOML, but for one character that only JSON takes as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
