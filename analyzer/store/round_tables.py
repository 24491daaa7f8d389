"""The tables of the record of refreshes, each column explained. They survive a rebuild of the facts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text

from analyzer.store.columns import ObjectId, RowId, metadata

rounds = Table(
    "rounds",
    metadata,
    Column("round_id", RowId, primary_key=True, comment="number of the round; higher is newer"),
    Column("title", Text, nullable=False, comment="title of the comparison"),
    Column("started", BigInteger, nullable=False, unique=True, comment="seconds since 1970 in UTC"),
    Column("finished", BigInteger, nullable=False, comment="likewise; a round that was killed is not stored"),
    Column("taken_over", Boolean, nullable=False, comment="whether the round before it was killed"),
)

visits = Table(
    "visits",
    metadata,
    Column("round_id", RowId, primary_key=True, comment="of which round"),
    Column("ordinal", Integer, primary_key=True, comment="place of the repository in the round, from 0"),
    Column("name", Text, nullable=False, comment="what the round called it"),
    Column("location", Text, nullable=False, index=True, comment="of which repository; it outlives facts' numbers"),
    Column("outcome", Text, nullable=False, comment="`ok`, `not updated` or `failed`"),
    Column("branch", Text, nullable=False, comment="branch that was read; empty without a state"),
    Column("head", ObjectId, comment="commit that figures are taken at; null without a state"),
    Column("head_time", BigInteger, comment="its committer time; seconds since 1970 in UTC"),
    Column("new_commits", Integer, nullable=False, comment="commits that were added to the facts"),
    Column("detail", Text, nullable=False, comment="why it is not fresh; or empty"),
    Column("notes", Text, nullable=False, comment="what was noticed, as a JSON array of sentences"),
    Column("tags", Text, comment="names of all tags as a JSON array; null: those of the visit before"),
    Column("figures", Text, comment="headline figures as a JSON object; null: those of the visit before"),
)

TABLES = (rounds, visits)
