"""The .mailmap of one tree, from a mirror into the facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.model.mailmap import LONGEST
from analyzer.model.repository import RepositorySpec
from analyzer.model.uncounted import Reason
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts.mailmap import MAILMAP_VERSION, read_mailmap
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import File, RepoBuilder, symlink

FIRST, SECOND = "A <a@x>\n", "B <b@x>\n"


def read(tmp_path: Path, session: Session, builder: RepoBuilder, moment: str | None = None) -> list[tuple[str, str]]:
    """Return (text, problem) of the rows of the table at a moment."""
    spec = RepositorySpec("one", builder.build().as_uri())
    refreshed = pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, refreshed.read, moment)
        read_mailmap(session, store, pool, place)
        asked = (place.read.repository, place.moment, MAILMAP_VERSION, place.branch)
        assert store.contents.pending("mailmap", *asked) == []
        facts = store.facts(
            place.read.repository,
            "one",
            place.moment,
            ["mailmap"],
            branch_changes=place.branch,
            excluded=lambda _: True,
        )
        return list(zip(facts["mailmap"]["text"], facts["mailmap"]["problem"], strict=True))


@pytest.fixture
def builder(tmp_path: Path) -> RepoBuilder:
    return RepoBuilder(tmp_path / "one.git")


def test_it_is_that_of_the_moment(tmp_path: Path, session: Session, builder: RepoBuilder) -> None:
    builder.commit({"a": "1\n"}, day=1)
    mark = builder.commit({".mailmap": FIRST, "sub/.mailmap": SECOND}, day=2)
    builder.commit({".mailmap": SECOND}, day=3)
    builder.commit({".mailmap": None}, day=4)
    builder.commit({".mailmap": "C <c@x>\n"}, branch="side", parents=[mark])
    builder.tag("side", 5, annotated=False)
    assert read(tmp_path, session, builder) == []
    assert read(tmp_path, session, builder, "2020-01-02T12:00") == []
    assert read(tmp_path, session, builder, "2020-01-03T12:00") == [(FIRST, "")]
    assert read(tmp_path, session, builder, "2020-01-04T12:00") == [(SECOND, "")]
    assert read(tmp_path, session, builder, "side") == [("C <c@x>\n", "")]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (File(b"x" * (LONGEST + 1)), [("", "too large")]),
        (File(b"A <a@x>\n\0\xff\n"), [("A <a@x>\n", "")]),
        (File("José\n".encode("latin-1")), [("José\n", "")]),
        (symlink("elsewhere"), []),
    ],
)
def test_one_that_is_none_does_no_harm(
    tmp_path: Path, session: Session, builder: RepoBuilder, content: File, row: list[tuple[str, str]]
) -> None:
    builder.commit({".mailmap": content})
    assert read(tmp_path, session, builder) == row


def test_one_that_is_too_large_is_told_of(tmp_path: Path, session: Session, builder: RepoBuilder) -> None:
    builder.commit({".mailmap": File(b"x" * (LONGEST + 1))})
    spec = RepositorySpec("one", builder.build().as_uri())
    made = pipeline.compare(session, [spec], base=tmp_path, title="t", as_of=None)
    assert [(one.repository, one.reason, one.subject) for one in made.troubles] == [
        ("one", Reason.TOO_LARGE, ".mailmap")
    ]
