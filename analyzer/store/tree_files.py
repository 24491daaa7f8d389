"""The files of a tree whose contents programs look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analyzer.store import trunk
from analyzer.store.loading import Texts
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Numbers


class TreeFiles(NamedTuple):
    """Arrays of equal length, one place for each file that was counted and not excluded; in no order."""

    paths: Texts
    languages: Texts
    scopes: Texts
    contents: Numbers

    def only(self, wanted: npt.NDArray[np.bool_]) -> TreeFiles:
        """Return those in the places that are wanted."""
        return TreeFiles(self.paths[wanted], self.languages[wanted], self.scopes[wanted], self.contents[wanted])

    def rows(self) -> Iterator[tuple[str, str, str, int]]:
        """Yield (path, language, scope, content), by path."""
        yield from sorted(zip(self.paths, self.languages, self.scopes, self.contents.tolist(), strict=True))


def tree_files(snapshot: Snapshot, languages: Collection[str] | None) -> TreeFiles:
    """Return the files that are written in one of these languages; None for all that were counted."""
    place, blob = snapshot.tree
    lines, known, words = snapshot.tree_lines, snapshot.paths, snapshot.words
    row = lines.rows(blob, known.hint[place])
    language = words[lines.language[row]]
    wanted = known.counted[place] & (row != 0)
    if languages is not None:
        wanted &= np.isin(language, list(languages))
    scope = words[trunk.scope_of(known.scope[place], lines.generated[row], snapshot.scopes)]
    return TreeFiles(snapshot.path_names[place], language, scope, blob).only(wanted)
