"""What is said of the repositories, and whether it is true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Card, Chart, Tested, section
from analyzer.model.claim import Interval, Saying, Verdict
from analyzer.model.comparison import Comparison, Series
from analyzer.model.window import parse_window
from analyzer.render.claim_marks import Marks
from analyzer.render.line_chart import line_chart
from analyzer.render.months import by_year, last

_DECIMALS = 2


@section(title="What is said of them, and is it true?", order=15)
def claims(comparison: Comparison) -> Iterator[Block]:
    """A card for each sentence: the verdict, the value over time, the claimed line, and when it held."""
    known = {verdict.claim.slug: verdict for verdict in comparison.claims}
    for number, saying in enumerate(comparison.sayings, 1):
        verdicts = [known[slug] for slug in saying.claims]
        yield Card(
            slug=saying.slug,
            quote=saying.text,
            said=saying.said,
            word=saying.word,
            tested=tuple(Tested(one.word, one.statement, one.told) for one in verdicts),
            together=saying.told,
            chart=_chart(number, verdicts, saying, comparison),
        )


def _chart(number: int, verdicts: Sequence[Verdict], saying: Saying, comparison: Comparison) -> Chart | None:
    """Return the values of all claims of a card in one picture; None where they have no scale in common."""
    drawn = [verdict for verdict in verdicts if verdict.curve.times]
    if not drawn or len({verdict.unit for verdict in drawn}) > 1 or len({one.claim.metric for one in drawn}) > 1:
        return None
    unit = drawn[0].unit
    shown = "percent" if unit == "share" else unit
    lines = [_line(verdict) for verdict in drawn]
    title = drawn[0].statement.partition(f" of {drawn[0].claim.repository}")[0]
    if drawn[0].claim.window != "all":
        title = f"{title}, past {parse_window(drawn[0].claim.window).name}"
    start = min(line.times[0] for line in lines)
    marks = Marks(
        claimed=tuple((one.claim.repository, _scaled(one.claim.value, unit)) for one in drawn),
        spans=tuple(_milliseconds(span, start, comparison.end) for span in saying.intervals),
    )
    told = f"{title[:1].upper()}{title[1:]}" + (
        f", as a share of {drawn[0].claim.relative_to}’s" if unit == "share" else ""
    )
    return Chart(
        slug=f"claim-chart-{number}",
        title=told,
        caption=_caption(bool(marks.spans), len(drawn)),
        spec=line_chart(
            [column.name for column in comparison.columns],
            [
                {"repository": line.repository, "time": time * 1000, "value": round(value, _DECIMALS)}
                for line in lines
                for time, value in zip(line.times, line.values, strict=True)
            ],
            unit=shown,
            decimals=_DECIMALS if shown == "percent" else 0,
            steps=True,
            marks=marks,
        ),
        data=by_year(f"{told}, at the end of each year", lines, last, lambda value: wording.figure(value, shown)),
    )


def _line(verdict: Verdict) -> Series:
    values = tuple(_scaled(value, verdict.unit) for value in verdict.curve.values)
    return Series(verdict.claim.repository, verdict.curve.times, values)


def _scaled(value: float, unit: str) -> float:
    return 100 * value if unit == "share" else value


def _milliseconds(span: Interval, start: int, end: int) -> tuple[int, int]:
    return max(span.start, start) * 1000, (end if span.end is None else span.end) * 1000


def _caption(shaded: bool, number: int) -> str:
    lines = "The dotted line is the claimed value" if number == 1 else "The dotted lines are the claimed values"
    if not shaded:
        return f"{lines}; at no time did {'it' if number == 1 else 'all of it'} hold."
    return f"{lines}; the shaded time is when {'it' if number == 1 else 'all of it'} held."
