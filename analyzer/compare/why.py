"""From the sums of a ratio at two commits and along the trunk to plain values that say why it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from analyzer.compare.change import Part, Sums, by_commit, by_file, by_folder
from analyzer.errors import BadMoment
from analyzer.model.definition import Definition
from analyzer.model.moment import Moment
from analyzer.model.ratio_change import COMMIT, FILE, FOLDER, RatioChange, RatioEnd, RatioPart, RatioSplit

_SHORT_HASH = 10


@dataclass(frozen=True, slots=True)
class State:
    """A repository at one of the two commits."""

    moment: Moment
    files: pd.DataFrame
    """`path`, `numerator` and `denominator` of each file that is counted."""

    @property
    def sums(self) -> Sums:
        """The sums over all files."""
        return Sums(int(self.files["numerator"].sum()), int(self.files["denominator"].sum()))


def ratio_change(
    repository: str,
    definition: Definition,
    start: State,
    end: State,
    trunk: pd.DataFrame,
    subjects: Mapping[str, str],
    top: int | None = None,
) -> RatioChange:
    """Split the change of the comment ratio from `start` to `end`, which may be the earlier one.

    `trunk` has `position`, `sha`, `time`, `numerator` and `denominator`: the running sums after each trunk commit up
    to the later of the two. Parts behind the first `top` are summed up, exactly.
    Raises BadMoment where nothing is counted.
    """
    for state in (start, end):
        if not state.sums.denominator:
            when = state.moment.label or state.moment.sha[:_SHORT_HASH]
            hint = "choose another date, definition or scope: a ratio needs lines to divide by"
            raise BadMoment(f"nothing is counted in {repository} as of {when}, so there is no ratio", hint=hint)
    whole = Part("", end.sums.percent - start.sums.percent, *_difference(end.sums, start.sums))
    files = by_file(start.files, end.files)
    commits = by_commit(start.sums, _route(start, end, trunk))
    titles = {**subjects, **_branches(start.moment, end.moment)}
    times = {**dict(zip(trunk["sha"], trunk["time"].tolist(), strict=True)), end.moment.sha: end.moment.time}
    above, below = _sides(definition)
    return RatioChange(
        repository,
        "comment_ratio",
        definition.name,
        _end(start),
        _end(end),
        float(whole.points),
        {
            FOLDER: _split(by_folder(files), whole, top),
            FILE: _split(files, whole, top),
            COMMIT: _split(commits, whole, top, titles, times),
        },
        above,
        below,
    )


def _route(start: State, end: State, trunk: pd.DataFrame) -> pd.DataFrame:
    """Return the sums after each step of the way: off the start's branch, along the trunk, onto the end's branch."""
    first, last = start.moment, end.moment
    # The moments of a project have no hash, and those of a branch the position that it left the trunk at.
    if (first.sha, first.position) == (last.sha, last.position):
        return trunk.iloc[:0]
    low, high = sorted((first.position, last.position))
    inner = trunk[(trunk["position"] > low) & (trunk["position"] <= high)]
    steps = list(zip(inner["sha"], inner["numerator"], inner["denominator"], strict=True))
    if first.position > last.position:
        # Backwards, a commit is undone: after that, the sums are those of the commit before it.
        before = [_at(trunk, low), *((above, below) for _, above, below in steps[:-1])]
        steps = (
            [(sha, *sums) for (sha, *_), sums in zip(reversed(steps), reversed(before), strict=True)] if steps else []
        )
    if not first.on_trunk:
        steps.insert(0, (first.sha, *_at(trunk, first.position)))
    if not last.on_trunk:
        steps.append((last.sha, end.sums.numerator, end.sums.denominator))
    return pd.DataFrame(steps, columns=["sha", "numerator", "denominator"])


def _at(trunk: pd.DataFrame, position: int) -> tuple[int, int]:
    known = trunk[trunk["position"] <= position]
    return (0, 0) if known.empty else (int(known["numerator"].iloc[-1]), int(known["denominator"].iloc[-1]))


def _branches(start: Moment, end: Moment) -> dict[str, str]:
    titles = {}
    for moment, text in ((start, "without what {} has off the trunk"), (end, "what {} has off the trunk")):
        if not moment.on_trunk:
            titles[moment.sha] = text.format(moment.label or moment.sha[:_SHORT_HASH])
    return titles


def _split(
    parts: Sequence[Part],
    whole: Part,
    top: int | None,
    titles: Mapping[str, str] | None = None,
    times: Mapping[str, int] | None = None,
) -> RatioSplit:
    shown = parts if top is None else parts[:top]
    plain = tuple(
        RatioPart(
            part.name,
            float(part.points),
            part.numerator,
            part.denominator,
            (titles or {}).get(part.name, ""),
            (times or {}).get(part.name),
        )
        for part in shown
    )
    others = len(parts) - len(shown)
    if not others:
        return RatioSplit(plain)
    points = whole.points - sum((part.points for part in shown), Fraction(0))
    rest = RatioPart(
        "",
        float(points),
        whole.numerator - sum(part.numerator for part in shown),
        whole.denominator - sum(part.denominator for part in shown),
    )
    return RatioSplit(plain, others, rest)


def _end(state: State) -> RatioEnd:
    moment, sums = state.moment, state.sums
    return RatioEnd(moment.sha, moment.time, sums.numerator, sums.denominator, moment.label)


def _difference(one: Sums, other: Sums) -> tuple[int, int]:
    return one.numerator - other.numerator, one.denominator - other.denominator


def _sides(definition: Definition) -> tuple[str, str]:
    """Return what is counted above and below the bar."""
    if definition.numerator is not None or definition.denominator is not None:
        return "lines above the bar", "lines below it"
    return "comment lines", "code lines" if definition.per_code else "comment and code lines"
