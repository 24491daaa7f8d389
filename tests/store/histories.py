"""Histories that Hypothesis makes up, with the plain model of what they mean: a dict of trees."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from analyzer.model.change import Change
from analyzer.model.commit import Commit
from tests.store.made import commit, oid

Tree = dict[str, str]
NAMES = ("a.py", "b.py", "tests/a.py", "tests/b.py", "README", "logo.png")
CONTENTS = ("one", "two", "three", "link")
"""Short names; `link` stands for symbolic links, which have no content."""


@dataclass
class History:
    """Commits with their changes, and the tree after each trunk commit."""

    commits: list[Commit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)

    @property
    def trunk(self) -> list[str]:
        """Hashes on the trunk, oldest first."""
        return [made.sha for made in self.commits if made.position is not None]


def difference(draw, before: Tree, after: Tree, sha: str) -> list[Change]:
    """Return rows as git would give them: some pairs of a removed and an added path are renames, some copies."""
    gone = sorted(before.keys() - after.keys())
    rows = []
    for path in sorted(after):
        old, new = before.get(path), after[path]
        if path in before:
            if old != new:
                rows.append((path, None, "M", old, new))
        elif gone and draw(st.booleans()):
            source = gone.pop(draw(st.integers(0, len(gone) - 1)))
            rows.append((path, source, "R", before[source], new))
        elif before and draw(st.booleans()):
            source = draw(st.sampled_from(sorted(before)))
            rows.append((path, source, "C", before[source], new))
        else:
            rows.append((path, None, "A", None, new))
    rows += [(path, None, "D", before[path], None) for path in gone]
    return [Change(sha, path, source, kind, content(old), content(new), 1, 1) for path, source, kind, old, new in rows]


def swapped(before: Tree, sha: str, one: str, other: str) -> tuple[Tree, list[Change]]:
    """Return the tree in which two files have changed places, told as two renames."""
    after = before | {one: before[other], other: before[one]}
    rows = [
        Change(sha, to, source, "R", content(before[source]), content(before[source]), 0, 0)
        for to, source in ((one, other), (other, one))
    ]
    return after, rows


def content(name: str | None) -> str | None:
    """Return the object id of a content; links have none."""
    return None if name is None or name == "link" else oid(name)


@st.composite
def histories(draw) -> History:
    """Return a history of up to ten trunk commits; some are merges of a commit that is off the trunk."""
    history, tree = History(), Tree()
    for position in range(draw(st.integers(1, 10))):
        name = f"c{position}"
        above = [f"c{position - 1}"] if position else []
        after = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS), max_size=5))
        if above and draw(st.booleans()):
            history.commits.append(commit(f"side{position}", *above))
            history.changes += difference(draw, tree, after, oid(f"side{position}"))
            above.append(f"side{position}")
        if len(tree) > 1 and draw(st.booleans()):
            after, rows = swapped(tree, oid(name), *sorted(tree)[:2])
        else:
            rows = difference(draw, tree, after, oid(name))
        history.commits.append(commit(name, *above, position=position, time=1_000 + position))
        history.changes += rows
        tree = after
        history.trees.append(tree)
    return history
