"""The tables, each column explained. Facts are made anew when `VERSION` or their shape changes; history is kept.

Those of the code's quality are in `quality_tables.py`, those of whole messages in `message_tables.py`, of carried facts
in `carried_tables.py`. Version 1: the first; 2: with carried facts.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from analyzer.model.lines import FIELDS

# Theirs belong to the list, too.
from analyzer.store import carried_tables, message_tables, quality_tables, round_tables  # noqa: F401
from analyzer.store.columns import ObjectId, RowId, metadata
from analyzer.store.dialect import CLUSTERED

VERSION = 2

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True, comment="`version` or `shape`"),
    Column("value", Text, nullable=False, comment="number of the schema, or fingerprint of the tables of facts"),
)

words = Table(
    "words",
    metadata,
    Column("word_id", RowId, primary_key=True, comment="number of the word"),
    Column("word", Text, nullable=False, unique=True, comment="a language, scope, problem or counter version"),
)

repositories = Table(
    "repositories",
    metadata,
    Column("repository_id", RowId, primary_key=True, comment="number of the repository"),
    Column("location", Text, nullable=False, unique=True, comment="where it came from, without credentials"),
    Column("name", Text, nullable=False, comment="short name by which it was last asked for"),
    Column("branch", Text, comment="branch that was mined; null before the first mining"),
    Column("mined_head", ObjectId, comment="newest commit when mining last came to its end; null before that"),
)

identities = Table(
    "identities",
    metadata,
    Column("identity_id", RowId, primary_key=True, comment="number of the identity"),
    Column("name", Text, nullable=False, comment="name as recorded"),
    Column("email", Text, nullable=False, comment="e-mail address as recorded"),
    UniqueConstraint("name", "email"),
)

commits = Table(
    "commits",
    metadata,
    Column("commit_id", RowId, primary_key=True, comment="number of the commit; parents have lower ones"),
    Column("repository_id", ForeignKey("repositories.repository_id"), nullable=False, comment="whose history"),
    Column("sha", ObjectId, nullable=False, comment="hash"),
    Column("author_id", ForeignKey("identities.identity_id"), nullable=False, comment="who wrote it"),
    Column("author_time", BigInteger, nullable=False, comment="when; seconds since 1970 in UTC"),
    Column("author_offset", Integer, nullable=False, comment="the author's offset from UTC in minutes"),
    Column("committer_id", ForeignKey("identities.identity_id"), nullable=False, comment="who committed it"),
    Column("commit_time", BigInteger, nullable=False, comment="when; seconds since 1970 in UTC"),
    Column("committer_offset", Integer, nullable=False, comment="the committer's offset from UTC in minutes"),
    Column("parents", SmallInteger, nullable=False, comment="how many parents; two or more make a merge"),
    Column("position", Integer, comment="place on the trunk, 0 the oldest; null off the trunk"),
    Column("mined", Boolean, nullable=False, comment="whether its changes are stored, all of them"),
    Column("subject", Text, nullable=False, comment="first line of the message"),
    UniqueConstraint("repository_id", "sha"),
    # Not unique: while a rewritten history is taken in, old and new commits may claim the same place for a moment.
    Index("commits_by_position", "repository_id", "position"),
)

parents = Table(
    "parents",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="the child"),
    Column("ordinal", SmallInteger, primary_key=True, comment="0 for the first parent"),
    Column("sha", ObjectId, nullable=False, comment="the parent's hash; beyond a shallow border it is no row"),
    **CLUSTERED,
)

trailers = Table(
    "trailers",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="whose"),
    Column("ordinal", SmallInteger, primary_key=True, comment="place in the message, from 0"),
    Column("key", Text, nullable=False, comment="such as `Co-authored-by`"),
    Column("value", Text, nullable=False, comment="what follows the colon"),
    **CLUSTERED,
)

paths = Table(
    "paths",
    metadata,
    Column("path_id", RowId, primary_key=True, comment="number of the path"),
    Column("repository_id", ForeignKey("repositories.repository_id"), nullable=False, comment="in which repository"),
    Column("path", Text, nullable=False, comment="with slashes, from the root"),
    Column("hint_id", ForeignKey("words.word_id"), comment="language that the path implies; null: not classified"),
    Column("scope_id", ForeignKey("words.word_id"), comment="scope; null: not classified"),
    Column("rules_id", ForeignKey("words.word_id"), comment="fingerprint of the rules that classified it"),
    UniqueConstraint("repository_id", "path"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("blob_id", RowId, primary_key=True, comment="number of the file content"),
    Column("oid", ObjectId, nullable=False, unique=True, comment="git's object id; shared by all repositories"),
)

changes = Table(
    "changes",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="whose"),
    Column("path_id", ForeignKey("paths.path_id"), primary_key=True, comment="path afterwards; before, if deleted"),
    Column("previous_path_id", ForeignKey("paths.path_id"), comment="path before, for renames and copies"),
    Column("kind", Text, nullable=False, comment="git's letter: A, M, D, R, C or T"),
    Column("old_blob_id", ForeignKey("blobs.blob_id"), comment="content before; null if none, link or submodule"),
    Column("new_blob_id", ForeignKey("blobs.blob_id"), comment="content afterwards, likewise"),
    Column("added", Integer, comment="lines added; null if binary"),
    Column("deleted", Integer, comment="lines deleted; null if binary"),
    **CLUSTERED,
)

blob_lines = Table(
    "blob_lines",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content"),
    Column("hint_id", ForeignKey("words.word_id"), primary_key=True, comment="language that the path implied"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("language_id", ForeignKey("words.word_id"), nullable=False, comment="language counted; empty: unknown"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why not, or doubtfully, counted"),
    Column("generated", Boolean, nullable=False, comment="whether the content says that a program wrote it"),
    *(Column(field, Integer, nullable=False, comment="see analyzer/model/lines.py") for field in FIELDS),
    **CLUSTERED,
)

blob_licences = Table(
    "blob_licences",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content"),
    Column("ordinal", SmallInteger, primary_key=True, comment="order of appearance, from 0"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("licence", Text, nullable=False, comment="SPDX id; empty in the one row of a text without any"),
    **CLUSTERED,
)

blob_mailmaps = Table(
    "blob_mailmaps",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content, of a .mailmap"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the reader"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it was not read; or empty"),
    Column("text", Text, nullable=False, comment="its text, up to a bound; empty if it was not read"),
    **CLUSTERED,
)

tags = Table(
    "tags",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("name", Text, primary_key=True, comment="without refs/tags/"),
    Column("sha", ObjectId, nullable=False, comment="the commit"),
    Column("time", BigInteger, nullable=False, comment="the tagger's, else the commit's; seconds since 1970 in UTC"),
)

not_counted = Table(
    "not_counted",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("ordinal", Integer, primary_key=True, comment="order in which they were told"),
    Column("reason", Text, nullable=False, comment="a `Reason`"),
    Column("subject", Text, nullable=False, comment="path, hash or location"),
    Column("detail", Text, nullable=False, comment="one sentence; may be empty"),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("comparison_id", RowId, primary_key=True, comment="higher is newer"),
    Column("fingerprint", Text, nullable=False, unique=True, comment="of all that the comparison depends on"),
    Column("text", Text, nullable=False, comment="the comparison as JSON"),
)

refresh_log = Table(
    "refresh_log",
    metadata,
    Column("refresh_id", RowId, primary_key=True, comment="number of the refresh"),
    Column("location", Text, nullable=False, index=True, comment="of which repository; it outlives the facts' numbers"),
    Column("started", BigInteger, nullable=False, comment="seconds since 1970 in UTC"),
    Column("finished", BigInteger, comment="likewise; null while it runs, and for ever if it was killed"),
    Column("head_before", ObjectId, comment="mined head before; null if there was none"),
    Column("head_after", ObjectId, comment="mined head afterwards; null if it did not come to its end"),
    Column("new_commits", Integer, comment="commits that were added; null while it runs"),
    Column("outcome", Text, nullable=False, comment="`ok`, else slug of the error; empty while it runs"),
)

HISTORY = frozenset({refresh_log.name, *(table.name for table in round_tables.TABLES)})
"""Names of the tables that survive a rebuild."""


def shape() -> str:
    """Return a fingerprint of the columns of facts; it changes with them, and so with the line vector."""
    made = [
        f"{table.name}.{column.name} {column.type!r} {column.nullable} {column.primary_key} {column.unique}"
        for table in metadata.sorted_tables
        for column in table.columns
        if table.name not in HISTORY
    ]
    return hashlib.sha256("\n".join(made).encode()).hexdigest()[:16]
