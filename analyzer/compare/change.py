"""Why a ratio changed between two states: an exact split over files, folders and commits.

For a ratio r = n / d with n and d sums over files, before (0) and after (1),

    r1 - r0 = sum over files of (dn * d0 - n0 * dd) / (d0 * d1),    dn = n1 - n0, dd = d1 - d0 of the file,

so each file has a whole number over one common denominator, and the parts sum to the change without a remainder. Over
commits the change is the sum of the changes at each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from analyzer.errors import BadMoment


@dataclass(frozen=True, slots=True)
class Part:
    """One file's, folder's or commit's part in the change of a ratio."""

    name: str
    points: Fraction
    """Percentage points."""
    numerator: int
    """Change of the upper sum (comment lines, for most definitions)."""
    denominator: int
    """Change of the lower sum (comment and code lines, for most definitions)."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The two sums of a ratio."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> Fraction:
        """The ratio; raises BadMoment where nothing was counted."""
        if not self.denominator:
            raise BadMoment("nothing was counted at one of the two dates, so that no change can be split")
        return Fraction(100 * self.numerator, self.denominator)


def by_file(before: pd.DataFrame, after: pd.DataFrame) -> list[Part]:
    """Return each file's part, largest first; only files whose lines changed.

    The tables have `path`, `numerator` and `denominator`; a file that is missing on one side counts 0 there.
    """
    both = before.merge(after, on="path", how="outer", suffixes=("_0", "_1")).fillna(0)
    whole = Sums(int(before["numerator"].sum()), int(before["denominator"].sum()))
    end = Sums(int(after["numerator"].sum()), int(after["denominator"].sum()))
    _ = whole.percent, end.percent
    common = whole.denominator * end.denominator
    parts = [
        Part(path, Fraction(100 * (upper * whole.denominator - whole.numerator * lower), common), upper, lower)
        for path, upper, lower in zip(
            both["path"],
            (both["numerator_1"] - both["numerator_0"]).astype(int).tolist(),
            (both["denominator_1"] - both["denominator_0"]).astype(int).tolist(),
            strict=True,
        )
        if upper or lower
    ]
    return _largest_first(parts)


def by_folder(files: Sequence[Part], depth: int = 2) -> list[Part]:
    """Return the parts of folders (the first `depth` parts of the path), largest first; they sum to the same."""
    folders: dict[str, list[Part]] = {}
    for part in files:
        folders.setdefault(_folder(part.name, depth), []).append(part)
    return _largest_first(
        [
            Part(
                name,
                sum((part.points for part in members), Fraction(0)),
                sum(part.numerator for part in members),
                sum(part.denominator for part in members),
            )
            for name, members in folders.items()
        ]
    )


def _folder(path: str, depth: int) -> str:
    parents = path.split("/")[:-1][:depth]
    return "/".join(parents) + "/" if parents else "(top level)"


def by_commit(before: Sums, steps: pd.DataFrame) -> list[Part]:
    """Return each commit's part, largest first.

    `steps` has `sha`, `numerator` and `denominator`, the sums *after* each trunk commit, in the order of the way from
    one date to the other. A commit that leaves nothing to divide by is told with the next that does.
    """
    parts = []
    last = before
    for sha, numerator, denominator in zip(steps["sha"], steps["numerator"], steps["denominator"], strict=True):
        now = Sums(int(numerator), int(denominator))
        if not now.denominator:
            continue
        if now != last:
            upper, lower = now.numerator - last.numerator, now.denominator - last.denominator
            parts.append(Part(sha, now.percent - last.percent, upper, lower))
        last = now
    return _largest_first(parts)


def _largest_first(parts: list[Part]) -> list[Part]:
    # Rounding to the nearest float keeps the order, and floats compare ten times as fast.
    return sorted(parts, key=lambda part: (-abs(float(part.points)), part.name))
