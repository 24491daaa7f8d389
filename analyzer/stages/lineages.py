"""Steps of the trunk put into families: what of them one worker has to take in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analyzer.model.survival import Step


def families(steps: Iterable[Step]) -> list[list[Step]]:
    """Return the steps of paths that content moved between, family by family, each in the order given."""
    leader: dict[int, int] = {}

    def find(path: int) -> int:
        root = path
        while leader.setdefault(root, root) != root:
            root = leader[root]
        while leader[path] != root:
            leader[path], path = root, leader[path]
        return root

    known = list(steps)
    for step in known:
        one, other = find(step.path), find(step.source)
        leader[max(one, other)] = min(one, other)
    found: dict[int, list[Step]] = {}
    for step in known:
        found.setdefault(find(step.path), []).append(step)
    return [found[path] for path in sorted(found)]


def parcels(grouped: Sequence[Sequence[Step]], size: int) -> Iterator[list[Sequence[Step]]]:
    """Yield families together, about `size` steps at a time."""
    parcel: list[Sequence[Step]] = []
    count = 0
    for family in grouped:
        parcel.append(family)
        count += len(family)
        if count >= size:
            yield parcel
            parcel, count = [], 0
    if parcel:
        yield parcel
