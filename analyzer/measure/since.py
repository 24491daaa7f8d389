"""What is new in a repository since an earlier moment: commits, people, releases."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from analyzer.measure.identities import persons
from analyzer.measure.versions import version
from analyzer.model.frames import Facts
from analyzer.model.metric import Options


def new_commits(before: Facts, after: Facts) -> int:
    """Return how many commits the later facts have that the earlier have not."""
    return int((~after["commits"]["sha"].isin(before["commits"]["sha"])).sum())


def is_followed(before: Facts, after: Facts) -> bool:
    """Return whether the trunk of the later facts is that of the earlier, and goes on behind it.

    It is so for a repository whose earlier commit is on its trunk. In a project, a commit that was brought later may
    have taken effect earlier than those of other repositories that were known before.
    """
    old, new = (table[table["position"] >= 0] for table in (before["commits"], after["commits"]))
    there = new[new["sha"].isin(old["sha"])]
    return len(there) == len(old) and (len(old) == 0 or int(there["position"].max()) == len(old) - 1)


def new_people(before: Facts, after: Facts, options: Options) -> list[str]:
    """Return the names of the authors who have commits now and had none before, those with most commits first.

    Who is one person is told by the later facts, so that nobody is new by another rule alone.
    """
    found = persons(after, options)
    old = after["commits"]["sha"].isin(before["commits"]["sha"]).to_numpy(dtype=np.bool_)
    counts = np.bincount(found.codes, minlength=len(found.names))
    known = set(found.codes[old].tolist())
    new = [number for number in range(len(found.names)) if number not in known]
    return [found.names[number] for number in sorted(new, key=lambda one: (-counts[one], found.names[one]))]


def new_releases(names: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    """Return those names of tags that are versions and are not among the `known` ones, by version."""
    versions = {name: version(name) for name in set(names) - set(known)}
    found = [(one.project, one.numbers, not one.before, one.after, name) for name, one in versions.items() if one]
    return tuple(name for *_, name in sorted(found))
