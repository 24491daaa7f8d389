"""The version of what reads methods, apart from it: to know the version must not cost importing PyDriller."""

from __future__ import annotations

from importlib.metadata import version

CHANGES_VERSION = f"changes 1, PyDriller {version('pydriller')}, Lizard {version('lizard')}"
"""Part of the key under which the quality of changes is kept."""
