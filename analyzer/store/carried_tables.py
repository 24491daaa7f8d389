"""The table that says which repositories' facts were carried here from elsewhere."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text

from analyzer.store.columns import metadata
from analyzer.store.dialect import CLUSTERED

carried = Table(
    "carried",
    metadata,
    Column("repository_id", ForeignKey("repositories.repository_id"), primary_key=True, comment="of which repository"),
    Column("manifest", Text, nullable=False, comment="what was carried, as JSON: see model/carried.py"),
    Column("origin", Text, nullable=False, comment="`bundled`, or `imported`"),
    **CLUSTERED,
)
