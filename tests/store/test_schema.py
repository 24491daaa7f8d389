from __future__ import annotations

from dataclasses import fields

import pytest
from sqlalchemy import Column, Integer, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from analyzer.model.commit import Commit, Tag
from analyzer.model.history import Refresh
from analyzer.model.lines import FIELDS
from analyzer.model.uncounted import NotCounted
from analyzer.store import columns, schema

TABLES = columns.metadata.sorted_tables


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_what_it_holds(table):
    assert [column.name for column in table.columns if not column.comment] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_tables_can_be_made_in_postgresql(table):
    made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert "BLOB" not in made and "ROWID" not in made


def names(table: Table, *others: str) -> set[str]:
    return {column.name for column in table.columns} - set(others)


def test_the_columns_of_values_are_their_fields():
    assert names(schema.refresh_log, "refresh_id") == {field.name for field in fields(Refresh)}
    assert names(schema.tags, "repository_id") == set(Tag._fields)
    assert names(schema.not_counted, "repository_id", "ordinal") == {field.name for field in fields(NotCounted)} - {
        "repository"
    }


def test_a_commit_is_stored_with_all_its_fields():
    assert {"sha", "author_id", "committer_id", "parents", "position", "subject"} <= names(schema.commits)
    assert set(Commit._fields) == {
        "sha",
        "author",
        "committer",
        "parents",
        "position",
        "subject",
        "trailers",
        "vulnerabilities",
    }


def test_blob_lines_end_with_the_line_vector():
    assert tuple(schema.blob_lines.columns.keys())[-len(FIELDS) :] == FIELDS


def test_the_shape_changes_with_the_columns_of_facts_and_not_with_those_of_history(monkeypatch):
    before = schema.shape()
    more = columns.metadata.__class__()
    for table in TABLES:
        table.to_metadata(more)
    monkeypatch.setattr(schema, "metadata", more)
    assert schema.shape() == before
    more.tables["refresh_log"].append_column(Column("more", Integer))
    assert schema.shape() == before
    more.tables["blob_lines"].append_column(Column("more", Integer))
    assert schema.shape() != before
