"""Which recent commits and files PyDriller could not read, for the list of what was not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.model.uncounted import NotCounted, Reason

if TYPE_CHECKING:
    from analyzer.model.frames import Facts, Table

_ALONE = "Only the figures of recent changes are without it."


def unread_changes(known: Facts) -> list[NotCounted]:
    """Return the recent commits, then the files of others, that could not be read; nothing without these tables."""
    if "commit_quality" not in known.tables or "change_quality" not in known.tables:
        return []
    shas = dict(zip(known["commits"]["commit_id"], known["commits"]["sha"], strict=True))
    paths = dict(zip(known["paths"]["path_id"], known["paths"]["path"], strict=True))
    commits, files = (_lost(known[name]) for name in ("commit_quality", "change_quality"))
    whole = [
        NotCounted(known.repository, Reason(problem), shas[commit], f"A recent commit. {_ALONE}")
        for commit, problem in zip(commits["commit_id"], commits["problem"], strict=True)
    ]
    parts = [
        NotCounted(known.repository, Reason(problem), paths[path], f"As commit {shas[commit]} changed it. {_ALONE}")
        for commit, path, problem in zip(files["commit_id"], files["path_id"], files["problem"], strict=True)
    ]
    return [*whole, *parts]


def _lost(table: Table) -> Table:
    return table[table["problem"] != ""]
