"""The tables of what is read of the code's quality, each column explained: see `schema.py` for the others."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Integer, LargeBinary, Table, Text

from analyzer.model.change_quality import Profile
from analyzer.model.docstrings import Docstrings
from analyzer.model.python_quality import REAL, PythonQuality
from analyzer.model.syntax import Syntax
from analyzer.store.columns import ObjectId, metadata
from analyzer.store.dialect import CLUSTERED

blob_docstrings = Table(
    "blob_docstrings",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content, of a Python file"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be parsed; or empty"),
    *(Column(field, Integer, nullable=False, comment="see model/docstrings.py") for field in Docstrings._fields),
    **CLUSTERED,
)

blob_radon = Table(
    "blob_radon",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content, of a Python file"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be parsed; or empty"),
    *(
        Column(field, Double if field in REAL else Integer, nullable=False, comment="see model/python_quality.py")
        for field in PythonQuality._fields
    ),
    **CLUSTERED,
)

blob_complexity = Table(
    "blob_complexity",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content"),
    Column("language_id", ForeignKey("words.word_id"), primary_key=True, comment="language that it was read as"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it was not counted; or empty"),
    **CLUSTERED,
)

blob_functions = Table(
    "blob_functions",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content"),
    Column("language_id", ForeignKey("words.word_id"), primary_key=True, comment="language that it was read as"),
    Column("ordinal", Integer, primary_key=True, comment="order of lines, from 0"),
    Column("name", Text, nullable=False, comment="with its class; long ones are cut"),
    Column("line", Integer, nullable=False, comment="where it begins, from 1"),
    Column("end_line", Integer, nullable=False, comment="where it ends"),
    Column("complexity", Integer, nullable=False, comment="cyclomatic complexity"),
    Column("kind_id", ForeignKey("words.word_id"), nullable=False, comment="function, method or class"),
    **CLUSTERED,
)

blob_syntax = Table(
    "blob_syntax",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content, of a Python file"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of the counter"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be parsed; or empty"),
    *(Column(field, Integer, nullable=False, comment="see model/syntax.py") for field in Syntax._fields),
    **CLUSTERED,
)

blob_edits = Table(
    "blob_edits",
    metadata,
    Column("new_blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the later content"),
    Column("old_blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the one that it took the place of"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of whatever compared them"),
    Column("hunks", Text, nullable=False, comment="`old,removed,new,added` of each, with semicolons between them"),
    **CLUSTERED,
)

commit_quality = Table(
    "commit_quality",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="which commit"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of what looked at it"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be read; or empty"),
    **CLUSTERED,
)

change_quality = Table(
    "change_quality",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="which commit"),
    Column("path_id", ForeignKey("paths.path_id"), primary_key=True, comment="path afterwards; before, if deleted"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be read; or empty"),
    *(Column(field, Integer, nullable=False, comment="see model/change_quality.py") for field in Profile._fields),
    **CLUSTERED,
)

blob_line_hashes = Table(
    "blob_line_hashes",
    metadata,
    Column("blob_id", ForeignKey("blobs.blob_id"), primary_key=True, comment="the content"),
    Column("counter_id", ForeignKey("words.word_id"), nullable=False, comment="version of what hashed its lines"),
    Column("problem_id", ForeignKey("words.word_id"), nullable=False, comment="why it could not be read; or empty"),
    Column("hashes", LargeBinary, nullable=False, comment="of its different lines: see count/unique_lines.py"),
    **CLUSTERED,
)

unique_lines = Table(
    "unique_lines",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("sha", ObjectId, primary_key=True, comment="the commit whose tree it is"),
    Column("language", Text, primary_key=True, comment="of the files; empty for all together"),
    Column("scopes", Text, primary_key=True, comment="where these lines are: see model/unique_lines.py"),
    Column("count", Integer, nullable=False, comment="how many different lines there are just there"),
    **CLUSTERED,
)

parts_read = Table(
    "parts_read",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("part", Text, primary_key=True, comment="name of what was read"),
    Column("sha", ObjectId, primary_key=True, comment="the commit that it was read for"),
    Column("version_id", ForeignKey("words.word_id"), nullable=False, comment="version of what read it last"),
    **CLUSTERED,
)

survival = Table(
    "survival",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("sha", ObjectId, nullable=False, comment="the trunk's commit up to which lines were followed"),
    Column("position", Integer, nullable=False, comment="its place on the trunk"),
    Column("version", Text, nullable=False, comment="of whatever follows and tells the kinds of lines"),
    Column("rules", Text, nullable=False, comment="fingerprint of what the repository says of paths and commits"),
    Column("comments_sha", ObjectId, comment="the commit at which comments were looked at; null before the first time"),
)

line_states = Table(
    "line_states",
    metadata,
    Column("path_id", ForeignKey("paths.path_id"), primary_key=True, comment="the file"),
    Column("lines", LargeBinary, nullable=False, comment="its lines after that commit, see model/survival.py"),
    **CLUSTERED,
)

comment_changes = Table(
    "comment_changes",
    metadata,
    Column("path_id", ForeignKey("paths.path_id"), primary_key=True, comment="the file"),
    Column("line", Integer, primary_key=True, comment="the first of some lines of comment, counted from 0"),
    Column("lines", Integer, nullable=False, comment="how many, one behind the other"),
    Column("changes", Integer, nullable=False, comment="commits that changed code beside them since they were written"),
    Column("commits", Text, nullable=False, comment="positions of the last of these, with spaces between"),
    **CLUSTERED,
)

line_deaths = Table(
    "line_deaths",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("ordinal", Integer, primary_key=True, comment="order of writing, from 0"),
    Column("deaths", LargeBinary, nullable=False, comment="lines that are no more, see model/survival.py"),
    **CLUSTERED,
)

stale_comments = Table(
    "stale_comments",
    metadata,
    Column("path_id", ForeignKey("paths.path_id"), primary_key=True, comment="the file"),
    Column("line", Integer, primary_key=True, comment="its first line, counted from 1"),
    Column("written", Integer, nullable=False, comment="position on the trunk at which it was last changed"),
    Column("changes", Integer, nullable=False, comment="later commits that changed code which it stood by"),
    Column("commits", Text, nullable=False, comment="positions of the last of these, with spaces between"),
    Column("words", Text, nullable=False, comment="how it begins"),
    **CLUSTERED,
)
