"""Figures held against git's, on a history with the oddities that git and Diptych could see differently."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.compare.asked import SUBJECTS
from analyzer.model.people import Alias, People
from analyzer.model.receipt import Audited, Explained
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages import auditing, measurement
from analyzer.stages.receipts import Asked
from tests.repos import DAY, EPOCH, RepoBuilder, symlink
from tests.stages.verified import history, read, session_in


def odd(path: Path) -> RepoBuilder:
    """Years of history with renames, odd paths, binaries, no names, dates that cannot be true, a mailmap, CVEs."""
    builder = history(path)
    people = ("Ada <ada@example.org>", "Bob <bob@example.org>", "Bob <bob@example.com>", "Cy\u00fc <cy@example.org>")
    for number in range(30):
        said = f"Fix cve-2019-{1000 + number % 4}, cve-2020-1234\n" if number % 7 == 0 else None
        files = {f"file {number % 5}.py": "".join(f"x = {line}\n" for line in range(number)), "b.bin": f"\0{number}"}
        builder.commit(files, day=20 + 29 * number, by=people[number % 4], message=said)
    builder.commit({"file 1.py": None, "moved\tto.py": "".join(f"x = {line}\n" for line in range(26))}, day=900)
    builder.commit({'"quoted"\n.py': "y = 1\n", "link": symlink("add.py")}, day=901, by=" <nobody@example.org>")
    builder.commit({"z.py": "z = 1\n"}, time=0, committed=EPOCH + 902 * DAY)
    builder.commit({"z.py": "z = 2\n"}, time=EPOCH + 9_000 * DAY, committed=EPOCH + 903 * DAY)
    builder.commit({}, day=904, by="Dee <dee@example.org>")
    return builder


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, RepositorySpec]]:
    folder = tmp_path_factory.mktemp("audited")
    session = session_in(folder)
    yield session, read(session, odd(folder / "one.git").build())


def audited(session: Session, spec: RepositorySpec, as_of: str | None = None) -> list[Audited]:
    return list(pipeline.examine(session, [spec], auditing.audit, base=Path.cwd(), as_of=as_of))


@pytest.mark.parametrize("as_of", [None, "2021-06-01", "1.0", "2020-01-02"])
def test_git_says_the_same_of_every_figure(known: tuple[Session, RepositorySpec], as_of: str | None) -> None:
    found = audited(*known, as_of)
    assert [(one.slug, one.value, one.git, one.problem) for one in found if not one.match] == []
    assert len(found) >= 28
    told = {one.slug for one in found if one.git is not None}
    assert as_of is not None or told == {one.slug for one in found}


def test_every_metric_with_a_command_is_audited() -> None:
    shelf = measurement.metrics()
    asks = auditing.questions(shelf)
    assert {ask.metric for ask in asks} == {name for name, metric in shelf.items() if metric.plain}
    assert len({ask.slug for ask in asks}) == len(asks)


def test_a_figure_that_is_not_as_git_has_it_is_found(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, odd(tmp_path / "one.git").build())
    with sqlite3.connect(session.workspace.database) as connection:
        connection.execute(_MORE)
    wrong = {one.slug: one for one in audited(session, spec) if not one.match}
    assert "lines-added-12m" in wrong
    assert wrong["lines-added-12m"].value == (wrong["lines-added-12m"].git or 0) + 1


_MORE = """update changes set added = added + 1 where (commit_id, path_id) in (
select commit_id, path_id from changes join commits using (commit_id)
where added > 0 and author_time < 1700000000 order by author_time desc limit 1)"""


def test_what_cannot_be_told_is_held_against_nothing_and_what_prints_no_number_is_no_match() -> None:
    head = ("one", "commits", "Commits", "commits")
    assert Audited(*head, None, "false").match
    assert not Audited(*head, 1, "false", None, "it printed no number").match
    assert Audited(*head, 10, "", 10.00001).match
    assert not Audited(*head, 10, "", 11).match


def test_the_page_gets_commands_that_are_the_same_for_all_its_repositories() -> None:
    found = auditing.in_clone(SUBJECTS, [EPOCH, EPOCH], People())
    assert found["commits"] == "git rev-list --count $C"
    assert "contributors-12m" in found
    apart = auditing.in_clone(SUBJECTS, [EPOCH, EPOCH + DAY], People())
    assert "commits" in apart
    assert "contributors-12m" not in apart
    assert "contributors" not in auditing.in_clone(SUBJECTS, [EPOCH], People(persons=(Alias("Ada"),)))


def explained(known: tuple[Session, RepositorySpec], metric: str, window: str = "all", **asked: str) -> Explained:
    usual = {"identity": "openhub", "definition": "openhub", **asked}
    question = Asked(measurement.metrics()[metric], window, **usual)
    (found,) = pipeline.examine(known[0], [known[1]], question, base=Path.cwd())
    return found


def test_a_receipt_names_commit_window_rule_and_command(known: tuple[Session, RepositorySpec]) -> None:
    found = explained(known, "contributors", "30d", identity="raw")
    assert (found.after, found.until) == (found.end - 30 * DAY, found.end)
    assert (found.identity, found.definition, found.window) == ("raw", "", "30 days")
    assert found.sha in found.command
    assert (found.exclude, found.not_counted, found.floor) == ((), {}, False)


def test_a_receipt_of_lines_names_what_was_not_counted(known: tuple[Session, RepositorySpec]) -> None:
    session, spec = known
    left = RepositorySpec(spec.name, spec.location, exclude=("web/",))
    found = explained((session, left), "lines")
    assert found.exclude == ("web/",)
    assert found.not_counted["excluded by the configuration"] == 1
    assert (found.definition, found.identity, found.command) == ("openhub", "", "")
    assert found.parts["code"] == found.value
