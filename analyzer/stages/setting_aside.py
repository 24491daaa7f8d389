"""A damaged database gives way to a new one: the record of refreshes is taken back, and all else is read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.errors import StoreError
from analyzer.export.history_json import round_of
from analyzer.model.wording import plural
from analyzer.plain_file import contents
from analyzer.store.aside import put_aside
from analyzer.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from analyzer.errors import StoreDamaged
    from analyzer.model.history import Round
    from analyzer.workspace import Workspace

LONGEST = 1 << 28
"""Bytes of the file of refreshes that are read: at a refresh an hour, more than ten years."""


def set_aside(workspace: Workspace, damage: StoreDamaged, stamp: str) -> str:
    """Put the database aside in which `damage` was found, and begin a new one; return what is to be told of it.

    `stamp` becomes part of the damaged file's name. The new one knows the refreshes that the followed file has. Raises
    StoreError where that cannot be done, and leaves everything as it is.
    """
    try:
        place = put_aside(workspace.database, damage, stamp)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{damage.message}; it cannot be put aside: {reason}", hint=damage.hint) from error
    if place is None:
        return f"{damage.message}; another process has put it aside"
    with Store.open(workspace.database) as store:
        taken = store.record.restore(last_record(workspace.followed))
    back = f", and the record of {plural(taken, 'refresh', 'refreshes')} is taken back" if taken else ""
    return f"{damage.message}; it is kept as {place.name}, everything is read again from the mirrors{back}"


def last_record(path: Path) -> Sequence[Round]:
    """Return the rounds in the followed file that are of one record with its last line, oldest first.

    A record begins anew where numbers do: somebody deleted the one before it. None where the file cannot be read.
    """
    try:
        lines = contents(path, LONGEST).split(b"\n")
    except OSError:
        return ()
    found: list[Round] = []
    for line in lines:
        made = round_of(line.decode("utf-8", "replace"))
        if made is not None:
            if found and made.number <= found[-1].number:
                found.clear()
            found.append(made)
    return found
