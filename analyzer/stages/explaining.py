"""Facts at two moments -> why the comment ratio changed between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.why import State, ratio_change
from analyzer.errors import BadMoment
from analyzer.measure.ratio_sums import FILE_TABLES, TRUNK_TABLES, file_sums, followed, subjects, trunk_sums
from analyzer.model import wording
from analyzer.model.metric import Options

if TYPE_CHECKING:
    from analyzer.model.definition import Definition
    from analyzer.model.frames import Facts
    from analyzer.model.ratio_change import RatioChange

EARLIER_NEEDS = FILE_TABLES
"""The tables that `explain` reads at the moment that is earlier on the trunk."""
LATER_NEEDS = (*FILE_TABLES, *TRUNK_TABLES)
"""Those that it reads at the other."""
YEARS = 10
"""How far back a report looks."""
_YEAR = 31_556_952


def explain(
    start: Facts,
    end: Facts,
    definition: Definition,
    *,
    scopes: frozenset[str] | None = None,
    top: int | None = None,
) -> RatioChange:
    """Split the change from `start` to `end`; files have the names of the later. Raises BadMoment without a ratio."""
    options = Options(definition, scopes=scopes)
    earlier, later = (start, end) if start.moment.position <= end.moment.position else (end, start)
    before = followed(file_sums(earlier, options), later, earlier.moment.position)
    states = {id(earlier): State(earlier.moment, before)}
    states[id(later)] = State(later.moment, file_sums(later, options))
    return ratio_change(
        end.repository,
        definition,
        states[id(start)],
        states[id(end)],
        trunk_sums(later, options),
        subjects(later),
        top,
    )


def since(known: Facts) -> int | None:
    """Return when a report's explanation begins, in seconds since 1970: ten years before the moment's commit.

    In the first year of a history a ratio says little, so that is left out; None for one of less than two years.
    """
    commits = known["commits"]
    trunk = commits[commits["position"] >= 0].sort_values("position")
    first, last = int(trunk["commit_time"].iloc[0]), known.moment.time
    return None if last - first < 2 * _YEAR else max(_years_before(last, YEARS), first + _YEAR)


def explained(start: Facts, end: Facts, definition: Definition, top: int) -> RatioChange | None:
    """Return the split for a report, or None where there is no ratio at one of the ends or nothing changed."""
    try:
        found = explain(start, end, definition, top=top)
    except BadMoment:
        return None
    return found if found.splits["commit"].parts else None


def _years_before(seconds: int, years: int) -> int:
    now = wording.moment(seconds)
    # 29 February is not in every year.
    earlier = now.replace(year=max(now.year - years, 1), day=28 if (now.month, now.day) == (2, 29) else now.day)
    return int(earlier.timestamp())
