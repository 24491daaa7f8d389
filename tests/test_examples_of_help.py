"""Every example in the help of a command can be parsed, and does what it says."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.examples import ROOT, Place, ends, words_of_diptych
from tests.test_examples import parsed

_EXAMPLES = re.compile(r"^ +Examples:\n((?: {4}.*\n)+)", re.MULTILINE)
_BESIDE = re.compile(r" {2,}.*")
"""What stands beside an example says what it is."""

CLI = ROOT / "docs" / "cli.md"
OURS = shlex.quote(str(ROOT / "diptych.toml"))
RHYTHM = r"printf '[schedule]\nevery = \"1d\"\n'"

BEFORE = {
    "diptych init": "rm diptych.toml",
    "diptych init https://github.com/pallets/flask https://github.com/django/django": "rm diptych.toml",
    "diptych run web-frameworks.toml --as-of 2024-01-01": (
        f"{{ cat {OURS}; {RHYTHM}; }} > diptych.toml; cp diptych.toml web-frameworks.toml"
    ),
    "diptych completion bash > ~/.local/share/bash-completion/completions/diptych": (
        "mkdir -p ~/.local/share/bash-completion/completions ~/.config/fish/completions; fpath=(. ~)"
    ),
    "diptych diff reports/november.html reports/december.html": (
        "for one in reports/november.html reports/december.html old.html new.html; "
        "do cp reports/flask-vs-django.html $one; done"
    ),
}
"""What an example takes for granted."""

FAILS = {
    "diptych why comment_ratio --repository django --from 4.0 --by folder": "the one that stands in has no tag 4.0",
    "diptych verify --bundled": "the facts that come with Diptych are not those of what stands in",
}
"""What fails here, and why."""


def shown() -> list[str]:
    """Return the examples of all commands, in the order of the page."""
    blocks = _EXAMPLES.findall(CLI.read_text(encoding="utf-8"))
    return [_BESIDE.sub("", line.strip()) for block in blocks for line in block.splitlines()]


def test_every_command_has_one_and_each_can_be_parsed() -> None:
    calls = [words for command in shown() for words in words_of_diptych(command)]
    assert len(calls) >= len(shown()) > 60
    for words in calls:
        assert parsed(words)


@pytest.mark.slow
def test_each_does_what_it_says(tmp_path) -> None:
    commands = list(dict.fromkeys(one for one in shown() if ends(one)))
    place = Place(tmp_path)
    ran = place.run([f"{BEFORE[one]}\n{one}" if one in BEFORE else one for one in commands])
    failed = {one: said for one, said in zip(commands, ran, strict=True) if said.code}
    assert set(failed) == set(FAILS), {one: said for one, said in failed.items() if one not in FAILS}
    assert failed["diptych verify --bundled"].code == 1
