"""How the code is commented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, section
from analyzer.model.comparison import Comparison, Series
from analyzer.render.claim_marks import Marks
from analyzer.render.level_marks import release_rows
from analyzer.render.line_chart import DIRECT_LABELS, line_chart
from analyzer.render.months import by_year, last
from analyzer.render.sections._amounts import amounts

_DECIMALS = 2
_TOLD_EACH = 4
_FIVE_YEARS = 5 * 365.25 * 86_400


@section(title="How is it commented?", order=60)
def comments(comparison: Comparison) -> Iterator[Block]:
    """The share of comment lines at every commit of the trunk."""
    lines = [line for line in comparison.series.get("comment_ratio", ()) if line.times]
    if not lines:
        return
    few = len(lines) <= DIRECT_LABELS
    releases = release_rows(comparison.places.get("release", ()), min(line.times[0] for line in lines)) if few else []
    claimed = _claimed(comparison) if few else ()
    yield Chart(
        slug="comment_ratio",
        title="Comment lines among all lines of code and comment",
        caption=f"{_caption(lines)}{_marked(bool(releases), bool(claimed))}",
        spec=line_chart(
            [column.name for column in comparison.columns],
            [row for line in lines for row in _rows(line)],
            unit="percent",
            decimals=_DECIMALS,
            steps=True,
            marks=Marks(claimed=claimed),
            levels=releases,
        ),
        data=by_year("Comment ratio at the end of each year, in percent", lines, last, wording.percent),
    )


def _claimed(comparison: Comparison) -> tuple[tuple[str, float], ...]:
    """Return the ratios that somebody claimed, as far as they mean what is drawn here."""
    own = {row.definition for row in comparison.rows if row.metric == "comment_ratio"}
    claims = [verdict.claim for verdict in comparison.claims]
    return tuple(
        (claim.repository, claim.value)
        for claim in claims
        if claim.metric == "comment_ratio" and claim.definition in own and not claim.relative_to
    )


def _marked(releases: bool, claimed: bool) -> str:
    said = [
        *(["dotted rules are major releases at the dates of their tags"] if releases else []),
        *(["dotted lines across are claimed values"] if claimed else []),
    ]
    return f" {wording.listed(said)[:1].upper()}{wording.listed(said)[1:]}." if said else ""


def _rows(line: Series) -> list[dict[str, Any]]:
    # Committers' clocks go back now and then; a time axis cannot, so a commit never stands before the one it follows.
    rows: list[dict[str, Any]] = []
    time = line.times[0]
    shas = line.shas or ("",) * len(line.times)
    for at, value, sha in zip(line.times, line.values, shas, strict=True):
        time = max(time, at)
        minute = time // 60 * 60_000
        shown = round(value, _DECIMALS)
        # A value stands until another takes its place: commits between the two would say it again.
        if not rows or rows[-1]["value"] != shown or at == line.times[-1]:
            rows.append({"repository": line.repository, "time": minute, "value": shown, "commit": sha[:8]})
    return rows


def _caption(lines: Sequence[Series]) -> str:
    every = "Every commit of the trunk that moved it is a point."
    if len(lines) > _TOLD_EACH:
        now = amounts([(line.repository, line.values[-1]) for line in lines], wording.percent)
        return f"{every} Now the ratios reach {now}."
    return f"{every} {' '.join(_then_and_now(line) for line in lines)}"


def _then_and_now(line: Series) -> str:
    now = line.values[-1]
    start = line.times[-1] - _FIVE_YEARS
    before = [value for time, value in zip(line.times, line.values, strict=True) if time <= start]
    if not before:
        return f"{line.repository} is at {wording.percent(now)}."
    return f"{line.repository} is at {wording.percent(now)}, five years before at {wording.percent(before[-1])}."
