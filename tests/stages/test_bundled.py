"""The facts that come with Diptych: where they are found, when they are used, and that they fit this Diptych."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.carry.container import loads
from analyzer.carry.hiding import is_hidden
from analyzer.errors import AuthenticationNeeded, HostNotFound, RepositoryGone
from analyzer.measure.programs import is_program, program_patterns
from analyzer.model.identity import NOBODYS_ADDRESSES, Identity
from analyzer.model.people import People
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages import preparing
from analyzer.stages.bundled import folders
from analyzer.stages.carrying import COUNTERS
from analyzer.store.carrying import shape
from analyzer.workspace import Workspace
from tests.stages.conftest import Listener
from tests.stages.test_carrying import SPEC, Forge, compared, elsewhere, exported, figures, forge

__all__ = ["forge"]

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "cache" / "bundled"
NAMES = ("django", "flask")


def bundle(session: Session, content: bytes) -> None:
    folder = session.workspace.cache / "bundled"
    folder.mkdir(parents=True)
    (folder / "engine.facts").write_bytes(content)


def test_bundled_facts_are_used_where_the_host_cannot_be_reached(
    forge: Forge, session: Session, listener: Listener
) -> None:
    content, expected = exported(session), compared(session)
    other = elsewhere(session, "other")
    bundle(other, content)
    forge.part()
    found = compared(other)
    assert figures(found) == figures(expected)
    told = "As of 6 January 2020, from bundled facts; forge.example could not be reached"
    assert found.columns[0].note == told
    assert f"engine: {told[0].lower()}{told[1:]}" in listener.notes


def test_bundled_facts_are_not_used_where_the_host_answers(forge: Forge, session: Session) -> None:
    content = exported(session)
    other = elsewhere(session, "other")
    bundle(other, content)
    forge.builder.commit({"new.py": "new = 1\n"})
    forge.builder.build()
    (column,) = compared(other).columns
    assert (column.note, column.sha) == ("", forge.builder.sha(7))


def test_bundled_facts_are_not_used_where_something_is_in_the_cache(forge: Forge, session: Session) -> None:
    content = exported(session)
    compared(session)
    bundle(session, content)
    forge.part()
    made = compared(session)
    assert made.columns[0].note == ""
    assert [str(trouble.reason) for trouble in made.troubles][:1] == ["not updated"]


@pytest.mark.parametrize("refusal", [AuthenticationNeeded, RepositoryGone])
def test_a_host_that_answers_with_a_refusal_is_no_host_out_of_reach(
    forge: Forge, session: Session, monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]
) -> None:
    content = exported(session)
    other = elsewhere(session, "other")
    bundle(other, content)

    def refused(*_words: object, **_more: object) -> object:
        raise refusal("no")

    monkeypatch.setattr("analyzer.acquire.mirror.ask", refused)
    with pytest.raises(refusal):
        compared(other)


def test_bundled_facts_that_are_damaged_or_of_another_branch_are_as_if_there_were_none(
    forge: Forge, session: Session
) -> None:
    content = exported(session)
    forge.part()
    other, branch = elsewhere(session, "other"), elsewhere(session, "branch")
    bundle(other, content[:-5])
    with pytest.raises(HostNotFound):
        compared(other)
    bundle(branch, content)
    stable = RepositorySpec("engine", SPEC.location, branch="stable")
    with pytest.raises(HostNotFound):
        pipeline.refresh(branch, [stable], base=Path.cwd())


def test_a_bundled_file_that_cannot_be_read_is_passed_over(forge: Forge, session: Session) -> None:
    content, expected = exported(session), compared(session)
    other = elsewhere(session, "other")
    bundle(other, content)
    folder = other.workspace.cache / "bundled"
    (folder / "a.facts").mkdir()
    (folder / "b.facts").symlink_to("nowhere")
    (folder / "c.facts").write_bytes(b"no facts")
    forge.part()
    assert figures(compared(other)) == figures(expected)


def test_bundled_facts_are_looked_for_in_the_workspace_the_checkout_and_where_wheels_put_them(tmp_path: Path) -> None:
    found = folders(Workspace(tmp_path))
    assert found[0] == tmp_path / "cache" / "bundled"
    assert COMMITTED in found
    assert any(place.parts[-3:] == ("share", "diptych", "bundled") for place in found)


class TestCommitted:
    """The files in `cache/bundled/`."""

    @pytest.mark.parametrize("name", NAMES)
    def test_they_fit_what_counts_and_stores_today(self, name: str) -> None:
        manifest, _ = loads((COMMITTED / f"{name}.facts").read_bytes())
        hint = "the rules have changed since: run `make bundle`"
        assert (manifest.shape, dict(manifest.counters)) == (shape(), dict(COUNTERS)), hint
        assert manifest.parts.keys() == preparing.parts().keys(), hint

    def test_their_note_says_what_they_are(self) -> None:
        note = json.loads((COMMITTED / "bundled.json").read_text(encoding="utf-8"))
        assert note["command"] == "diptych facts bundle cache/bundled"
        assert sorted(note["repositories"]) == sorted(NAMES)
        for name, told in note["repositories"].items():
            content = (COMMITTED / f"{name}.facts").read_bytes()
            manifest = asdict(loads(content)[0])
            assert told["bytes"] == len(content)
            assert (told["commit"], told["location"]) == (manifest["head"], manifest["location"])
            assert (told["counters"], told["parts"]) == (manifest["counters"], manifest["parts"])

    def test_they_are_small_enough_to_be_part_of_every_clone(self) -> None:
        assert sum(path.stat().st_size for path in COMMITTED.iterdir()) <= 6_000_000

    @pytest.mark.parametrize("name", NAMES)
    def test_no_address_of_a_person_is_in_them(self, name: str) -> None:
        _, tables = loads((COMMITTED / f"{name}.facts").read_bytes())
        patterns = program_patterns(People())
        plain = [
            email
            for email in map(str, tables["identities"]["email"])
            if email and not is_hidden(email) and not is_program(Identity("", email), patterns)
            if email.partition("@")[0].casefold() not in NOBODYS_ADDRESSES and not _is_forges(email)
        ]
        assert plain == []
        assert len(tables["identities"]["email"]) > 500


def _is_forges(email: str) -> bool:
    from analyzer.model.identity import account

    found = account(email)
    return found is not None and is_hidden(found.login)


MIRRORS = os.environ.get("DIPTYCH_MIRRORS", "")


@pytest.mark.slow
@pytest.mark.mirrors
@pytest.mark.parametrize("name", NAMES)
def test_the_committed_facts_are_those_of_the_mirrors(name: str, session: Session) -> None:
    from analyzer.stages.proving import differences

    if not MIRRORS:
        pytest.skip("DIPTYCH_MIRRORS names no folder with flask.git and django.git")
    content = (COMMITTED / f"{name}.facts").read_bytes()
    assert differences(session, content, Path(MIRRORS) / f"{name}.git") == []
