"""Every command line of the pages is run, and prints what the page says."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from analyzer.cli.group import diptych
from tests.examples import PAGES, ROOT, Example, Place, ends, examples, files, first, missing, words_of_diptych

SHOWN = [page for page in PAGES if examples(page)]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def parsed(words: list[str]) -> str:
    """Parse the words as the command line does, without running anything; return the name of the command."""
    command: click.Command = diptych
    context = diptych.make_context("diptych", list(words), obj=[])
    while isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        called, found, others = command.resolve_command(context, rest)
        assert found is not None
        command, context = found, found.make_context(called, others, parent=context)
    return context.command_path


@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_every_command_of_diptych_that_a_page_shows_can_be_parsed(page):
    for example in examples(page):
        for words in words_of_diptych(example.command):
            try:
                assert parsed(words)
            except click.exceptions.Exit as end:
                assert end.exit_code == 0
            except click.ClickException as error:
                pytest.fail(f"{name(page)}:{example.line}: {example.command}: {error.format_message()}")


def told(page: Path, place: Place) -> list[str]:
    """Run the page and return what is not as it says."""
    shown = examples(page)
    wrong = []
    for file, text in files(page).items():
        (place.work / file).write_text(text, encoding="utf-8")
    commands = [*first(page), *(one.command if ends(one.command) else "true" for one in shown)]
    ran_all = place.run(commands)
    assert [ran for ran in ran_all[: len(first(page))] if ran.code] == []
    for example, ran in zip(shown, ran_all[len(first(page)) :], strict=True):
        where = f"{name(page)}:{example.line}: {example.command}"
        if (ran.code != 0) != example.fails:
            wrong.append(f"{where}: exit code {ran.code}\n{ran.printed}")
        elif lost := missing(example.shown, ran.printed):
            wrong.append(f"{where}: does not print {lost}, but\n{ran.printed}")
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in SHOWN if page.name != "tutorial.md"], ids=name)
def test_every_command_that_a_page_shows_does_what_it_says(page, tmp_path):
    assert told(page, Place(tmp_path)) == []


@pytest.mark.slow
def test_the_tutorial_can_be_followed_word_by_word(tmp_path):
    assert told(ROOT / "docs" / "tutorial.md", Place(tmp_path)) == []


def test_blocks_are_cut_into_commands_and_what_they_print(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "a\n```console\n$ one <<END\n> two\n> END\nprinted\n$ three\n```\n```sh\n# no\nfour\n```\n```toml\nx = 1\n```\n"
    )
    assert examples(page) == [
        Example(3, "one <<END\ntwo\nEND", ("printed",)),
        Example(7, "three"),
        Example(11, "four"),
    ]


def test_words_are_taken_from_pipes_and_lists_of_commands():
    assert words_of_diptych("diptych -q show x | head; cd a && diptych run > diptych   # diptych no") == [
        ["-q", "show", "x"],
        ["run"],
    ]


def test_what_never_ends_is_parsed_only():
    assert not ends("diptych watch")
    assert ends("diptych watch --rounds 1")
    assert ends("diptych run")


def test_lines_that_are_shown_have_to_come_in_their_order():
    printed = "one\ntwo\nthree\nfour\n"
    assert missing(("one", "two"), printed) == []
    assert missing(("two", "...", "four"), printed) == []
    assert missing(("one", "three"), printed) == ["three"]
    assert missing(("two", "one"), printed) == ["one"]
    assert missing((), printed) == []


def test_a_command_that_fails_is_noticed(tmp_path):
    no, heredoc, unknown = Place(tmp_path).run(["false", "cat <<END\nx\nEND", "diptych nothing"])
    assert (no.code, no.printed) == (1, "")
    assert (heredoc.code, heredoc.printed) == (0, "x\n")
    assert unknown.code == 2
    assert unknown.printed.startswith("error: there is no command called 'nothing'\n")
