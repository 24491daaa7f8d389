"""Another rule for people, or another configuration, asks git nothing and leaves the store as it was."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer import pipeline
from analyzer.model.people import BOTS, CREDITS, DEFAULT_BOTS, IDENTITIES, Alias, People
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
from analyzer.session import Session
from analyzer.stages import moments, people, preparing, values
from analyzer.stages.sites import Site
from analyzer.store.store import Store
from analyzer.workspace import Workspace
from tests.repos import RepoBuilder


@dataclass
class Read:
    """A repository that was read once, and the store that it was read into."""

    store: Store
    site: Site
    database: Path

    def contents(self) -> dict[str, bytes]:
        """Return the database with what SQLite keeps beside it, but for the memory that its readers share."""
        files = sorted(self.database.parent.glob(f"{self.database.name}*"))
        return {file.name: file.read_bytes() for file in files if not file.name.endswith("-shm")}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    folder = tmp_path_factory.mktemp("view")
    repo = RepoBuilder(folder / "one.git")
    repo.commit({".mailmap": "Ada Byron <ada@x.org> <ada@home.org>\n"}, by="Ada Byron <ada@x.org>")
    repo.commit({"a": "1\n"}, by="ada <ada@home.org>", message="One\n\nCo-authored-by: Bob <bob@x.org>\n")
    repo.commit({"a": "2\n"}, by="Ada Byron <byron@x.org>", committer="GitHub <noreply@github.com>")
    repo.commit({"a": "3\n"}, by="renovate[bot] <7+renovate[bot]@users.noreply.github.com>")
    spec = RepositorySpec("one", repo.build().as_uri())
    session = Session(Workspace(folder / "workspace"), jobs=1, progress=Silent(), now=1)
    refreshed = pipeline.refresh(session, [spec], base=folder)
    with Store.open(session.workspace.database) as store:
        (place,) = moments.places(session, store, refreshed.read, None)
        preparing.prepare(session, store, [place], people.needs())
        yield Read(store, Site.of(place), session.workspace.database)


texts = st.sampled_from(["Ada Byron", "ada", "ada@home.org", "Bob <bob@x.org>", "nobody", "renovate*", "!*[bot]"])
said = st.builds(
    People,
    mailmap=st.sampled_from(["", "A <a@x.org> <byron@x.org>\n", "Bob <bob@x.org> Ada Byron <ada@x.org>\n"]),
    bots=st.lists(texts, max_size=2).map(lambda more: (*DEFAULT_BOTS, *more)),
    persons=st.lists(st.builds(Alias, texts, st.tuples(texts)), max_size=2).map(tuple),
)
asked = st.builds(
    values.Asked,
    metric=st.sampled_from(["contributors", "commits", "bot_share", "assisted_share", "team_size"]),
    definition=st.just("openhub"),
    by=st.none(),
    window=st.just("all"),
    identity=st.sampled_from([*IDENTITIES, "all"]),
    scopes=st.none(),
    credit=st.sampled_from(CREDITS),
    merges=st.booleans(),
    bots=st.sampled_from(BOTS),
)


@given(asked, said)
def test_a_rule_or_a_configuration_is_changed_without_reading_anything_anew(
    read: Read, asked: values.Asked, said: People
) -> None:
    before = read.contents()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "Popen", _refuse)
        patch.setattr("analyzer.mine.blobs.read_blobs", _refuse)
        assert values.rows(read.store, read.site, asked, said)
        people.roster(read.store, read.site, said, asked.identity.replace("all", "raw"), asked.credit, asked.bots)
    assert read.contents() == before


def _refuse(*_arguments: object, **_options: object) -> None:
    raise AssertionError("something was read anew")


def test_the_same_facts_give_each_rule_its_own_answer(read: Read) -> None:
    def counted(chosen: People) -> dict[object, object]:
        asked = values.Asked("contributors", "openhub", None, "all", "all", None)
        return {row["identity"]: row["value"] for row in values.rows(read.store, read.site, asked, chosen)}

    assert counted(People()) == {"raw": 4, "openhub": 3, "email": 4, "mailmap": 3, "folded": 2}
    assert counted(People(mailmap="Ada Byron <ada@x.org> <byron@x.org>\n"))["mailmap"] == 2
    assert counted(People(persons=(Alias("Ada", ("ada", "Ada Byron")),)))["raw"] == 2


def test_a_comparison_kept_under_one_configuration_is_not_taken_for_another(read: Read, tmp_path: Path) -> None:
    from dataclasses import replace

    session = Session(Workspace(read.database.parent.parent), jobs=1, progress=Silent(), now=1)
    specs = [read.site.places[0].read.spec]
    kept = [
        pipeline.compare(replace(session, people=chosen), specs, base=tmp_path, title="t", as_of=None, update=False)
        for chosen in (People(), People(persons=(Alias("Ada", ("ada", "Ada Byron")),)))
    ]
    assert [one.row("contributors").cells[0].value for one in kept] == [3, 2]
