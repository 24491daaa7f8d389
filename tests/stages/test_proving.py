"""Facts in a file are proved by reading the repository again, and what is not so is told."""

from __future__ import annotations

from dataclasses import replace

from analyzer.carry.container import dumps, loads
from analyzer.session import Session
from analyzer.stages.proving import differences
from tests.stages.test_carrying import Forge, exported, forge

__all__ = ["forge"]


def test_facts_are_so_also_where_the_repository_has_grown_since(forge: Forge, session: Session) -> None:
    content = exported(session)
    forge.builder.commit({"new.py": "new = 1\n"}, by="New <new@example.org>")
    forge.builder.build()
    assert differences(session, content, forge.builder.path) == []


def test_what_is_not_so_is_told_by_table_and_column(forge: Forge, session: Session) -> None:
    manifest, tables = loads(exported(session))
    lines = {**tables["blob_lines"], "comment": tables["blob_lines"]["comment"] + 1}
    subjects = ["Another", *list(tables["commits"]["subject"])[1:]]
    wrong = {**tables, "blob_lines": lines, "commits": {**tables["commits"], "subject": subjects}}
    found = differences(session, dumps(replace(manifest, contents="00" * 32), wrong), forge.builder.path)
    assert "contents: other object ids" in found
    assert "commits: 1 rows of the repository are not there, 1 others are" in found
    assert any(one.startswith("blob_lines: ") for one in found)


def test_people_that_are_taken_for_one_are_told_whatever_the_key(forge: Forge, session: Session) -> None:
    manifest, tables = loads(exported(session))
    emails = list(tables["identities"]["email"])
    emails[1] = emails[0]
    names = [f"{name}{place}" for place, name in enumerate(tables["identities"]["name"])]
    wrong = {**tables, "identities": {"name": names, "email": emails}}
    found = differences(session, dumps(manifest, wrong), forge.builder.path)
    assert any(one.startswith("people: ") for one in found)


def test_a_mirror_is_not_written_to(forge: Forge, session: Session) -> None:
    content = exported(session)
    before = sorted(path.relative_to(forge.builder.path) for path in forge.builder.path.rglob("*"))
    differences(session, content, forge.builder.path)
    assert sorted(path.relative_to(forge.builder.path) for path in forge.builder.path.rglob("*")) == before
