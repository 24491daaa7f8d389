"""The tables of what whole messages say, each column explained: see `schema.py` for the others."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, SmallInteger, Table, Text

from analyzer.store.columns import metadata
from analyzer.store.dialect import CLUSTERED

vulnerabilities = Table(
    "vulnerabilities",
    metadata,
    Column("commit_id", ForeignKey("commits.commit_id", ondelete="CASCADE"), primary_key=True, comment="whose message"),
    Column("ordinal", SmallInteger, primary_key=True, comment="order in the message, from 0"),
    Column("cve", Text, nullable=False, comment="the number that it names, such as `CVE-2024-12345`"),
    **CLUSTERED,
)
