"""Commands that stand in sentences are run as those in blocks are; those that cannot be run have a reason here."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.examples import PAGES, ROOT, Place, ends, examples, words_of_diptych
from tests.test_examples import parsed

_BLOCK = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_COMMAND = re.compile(r"(?:[A-Z_]+=\S+ )*(?:\S+/)?(?:make|diptych|python|pip|pre-commit|git|crontab) \S")

OURSELVES = "runs these tests"
MAKE_CHECK = "CI runs it before these tests"
FUZZING = "needs a package that is not there for every platform; tests/fuzz/ runs the same targets"
PAGE_WRITER = "would change the page; tests/test_docs.py or tests/cli/test_group.py hold that it changes nothing"

NOT_RUN = {
    "make test": OURSELVES,
    "CI=true make test": OURSELVES,
    "make test-fast": OURSELVES,
    "make check": MAKE_CHECK,
    ".venv/bin/pre-commit install": "writes into the clone that the tests run in",
    "pip install -e .[fuzz]": FUZZING,
    "python bench/fuzz.py scanner -max_total_time=300": FUZZING,
    "python docs/cli_pages.py": PAGE_WRITER,
    "python docs/config_pages.py": PAGE_WRITER,
    "python docs/definition_pages.py": PAGE_WRITER,
    "pip install --no-index --find-links FOLDER": "asks for packages; it is pip's own",
    "diptych explain definition house": "tests/test_docs.py adds this definition, and takes it away",
    "diptych show comment_ratio --definition house": "tests/test_docs.py adds this definition, and takes it away",
    "diptych watch": "has no end; tests/cli/test_watch.py stops it",
}
"""What no test runs as it stands, and why."""

BY_MAKE = {"make report", "make docs"}
"""What tests/test_make.py runs."""

PARTS = {
    "diptych facts export",
    "diptych people --write-mailmap",
    "diptych schedule print",
    "diptych why",
    "git blame",
    "git diff-tree",
    "git ls-remote",
    "git rev-list --count",
    "pip download",
    "pip install",
}
"""Names of commands that want more words."""

SHOWN = "cp reports/flask-vs-django.html"
INSTEAD = {
    "diptych diff OLD.html NEW.html": f"{SHOWN} OLD.html; {SHOWN} NEW.html; diptych diff OLD.html NEW.html",
    "diptych explain commits --repository NAME": "diptych explain commits --repository flask",
    "diptych explain metric NAME": "diptych explain metric commits",
    "diptych init": "diptych init --force",
    "diptych schedule status": "diptych schedule status || [ $? = 1 ]",
    "git ls-remote URL": "git ls-remote https://github.com/pallets/flask",
}
"""What is run for what the page says: NAME for a name."""


def prose() -> dict[str, list[str]]:
    """Return the commands in the sentences of all pages, with the pages that they stand on."""
    found: dict[str, list[str]] = {}
    for page in PAGES:
        for span in _SPAN.findall(_BLOCK.sub("", page.read_text(encoding="utf-8"))):
            if _COMMAND.match(span):
                found.setdefault(span, []).append(page.relative_to(ROOT).as_posix())
    return found


def runnable() -> list[str]:
    return [one for one in prose() if one not in NOT_RUN | dict.fromkeys(BY_MAKE | PARTS)]


def test_nothing_is_excused_that_no_page_shows() -> None:
    blocks = {one.command.split("#")[0].strip() for page in PAGES for one in examples(page)}
    assert {*NOT_RUN, *BY_MAKE, *PARTS, *INSTEAD} <= {*prose(), *blocks}


def test_commands_of_blocks_that_are_not_run_have_a_reason() -> None:
    for page in PAGES:
        for one in examples(page):
            command = one.command.split("#")[0].strip()
            if command.startswith("make ") or not ends(command):
                assert command in NOT_RUN or command in BY_MAKE, page


def test_every_command_of_diptych_in_a_sentence_can_be_parsed() -> None:
    whole = [one for one in runnable() if "diptych" in one]
    assert len(whole) > 15
    for command in whole:
        for words in words_of_diptych(command):
            assert parsed(words)
    for command in PARTS:
        for words in words_of_diptych(command):
            with pytest.raises(click.UsageError):
                parsed(words)


def test_every_command_of_make_is_one() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {one.rpartition(" ")[2] for one in {*prose(), *BY_MAKE} if one.rpartition(" ")[0].endswith("make")}
    assert named <= targets
    assert len(named) > 3


@pytest.mark.slow
def test_each_command_in_a_sentence_does_what_it_is(tmp_path: Path) -> None:
    place = Place(tmp_path)
    # What a command needs comes before it.
    rhythm = "printf '[schedule]\\nevery = \"1d\"\\n' >> diptych.toml"
    commands = [
        "diptych run",
        *(INSTEAD.get(one, one) for one in runnable() if one != "diptych init"),
        INSTEAD["diptych init"],
    ]
    ran = place.run([rhythm, *commands])
    assert {one: said for one, said in zip(commands, ran[1:], strict=True) if said.code} == {}
