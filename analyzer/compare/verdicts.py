"""What is said about a claim: the statement as it was put to the test, and what was found, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analyzer.compare.claims import curve, jointly, judge, values
from analyzer.compare.contrasts import capital
from analyzer.compare.spans import told_spans
from analyzer.compare.steps import Steps
from analyzer.model import wording
from analyzer.model.claim import Claim, Curve, Judgement, Sighting, Together, Verdict
from analyzer.model.metric import Metric
from analyzer.model.window import parse_window

Series = Mapping[tuple[str, str, str], Steps]
"""(slug of a claim, repository, definition or "") -> the values over time that the claim is about."""

_SIGNS = {"=": "=", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_HASH = 10


def verdicts(
    claims: Sequence[Claim],
    metrics: Mapping[str, Metric],
    titles: Mapping[str, str],
    dates: Mapping[str, int],
    series: Series,
    end: int,
) -> tuple[tuple[Verdict, ...], tuple[Together, ...]]:
    """Judge all claims, and those of a pair jointly.

    `titles` are those of all definitions by their names, the comparison's own first; `dates` are those of claims that
    have one, by slug, in seconds since 1970; `end` is the end of the curves.
    """
    found = tuple(_verdict(claim, metrics[claim.metric], titles, dates, series, end) for claim in claims)
    shared = jointly([(verdict.claim, verdict.judgements) for verdict in found])
    return found, tuple(replace(one, told=_told_jointly(one, titles, end)) for one in shared)


def _verdict(
    claim: Claim,
    metric: Metric,
    titles: Mapping[str, str],
    dates: Mapping[str, int],
    series: Series,
    end: int,
) -> Verdict:
    tried = _order(claim, tuple(titles)) if metric.defined else [""]
    known: dict[str, Steps] = {}
    for name in tried:
        steps = values(claim, lambda repository, name=name: series.get((claim.slug, repository, name)))  # type: ignore[misc]
        if steps is not None:
            known[name] = steps
    judgements = tuple(judge(claim, name, dates.get(claim.slug), steps) for name, steps in known.items())
    unit = "share" if claim.relative_to else metric.unit
    main = next(iter(known.values()), None)
    return Verdict(
        claim=claim,
        unit=unit,
        judgements=judgements,
        statement=_statement(claim, metric, unit),
        told=tuple(_told(claim, unit, judgements, titles, end)),
        curve=curve(main, end) if main is not None else Curve(),
    )


def _order(claim: Claim, definitions: Sequence[str]) -> list[str]:
    """Return all definitions, the claim's own in front."""
    return list(dict.fromkeys([*([claim.definition] if claim.definition != "any" else []), *definitions]))


def _statement(claim: Claim, metric: Metric, unit: str) -> str:
    """Return "comment ratio of flask = 25 % (24.5 % to 25.5 %)"."""
    what = f"{metric.title[:1].lower()}{metric.title[1:]} of {claim.repository}"
    limits = [] if claim.scope == "all" else [claim.scope.replace("-", " ")]
    limits += [] if claim.window == "all" else [f"past {parse_window(claim.window).name}"]
    subject = f"{what} ({', '.join(limits)})" if limits else what
    text = f"{subject} {_SIGNS[claim.operator]} {_exactly(claim.value, unit)}"
    if claim.relative_to:
        text += f" of {claim.relative_to}’s"
    if claim.operator == "=" and claim.tolerance:
        low, high = (_exactly(claim.value + sign * claim.tolerance, unit) for sign in (-1, 1))
        text += f" ({low} to {high})"
    return text


def _told(
    claim: Claim, unit: str, judgements: Sequence[Judgement], titles: Mapping[str, str], end: int
) -> Iterator[str]:
    if not judgements:
        yield f"There is nothing to judge it by: {claim.repository} is not in this comparison, or has no such figure."
        return
    main = judgements[0]
    under = f" under {titles.get(main.definition, main.definition)}" if main.definition else ""
    yield f"On {wording.day(end)}{under}: {_seen(main.at_head, claim, unit, main.holds_at_head)}"
    if claim.date:
        yield f"When it was said ({claim.date}): {_seen(main.at_date, claim, unit, main.holds_at_date)}"
    yield told_spans(main.intervals)
    if main.nearest is not None and not main.intervals:
        off = _distance(main.distance or 0, unit)
        yield f"It came nearest on {wording.day(main.nearest.time)}: {shown(main.nearest.value, unit)}, {off} off."
    if len(judgements) > 1:
        yield _by_definition(judgements, titles)


def _seen(sighting: Sighting | None, claim: Claim, unit: str, holds: bool) -> str:
    if sighting is None:
        return "nothing could be measured."
    made = ", ".join(f"{name.replace('_', ' ')} {wording.count(part)}" for name, part in sighting.parts.items())
    if claim.relative_to:
        made = f"{wording.count(sighting.parts['value'])} against {wording.count(sighting.parts['other'])}"
    commit = f"since {wording.day(sighting.time)}, commit {sighting.sha[:_HASH]}"
    evidence = f"{made}; {commit}" if made else commit
    return f"{shown(sighting.value, unit)} ({evidence}), {'true' if holds else 'not true'}."


def _by_definition(judgements: Sequence[Judgement], titles: Mapping[str, str]) -> str:
    now = [one.definition for one in judgements if one.holds_at_head]
    once = [one.definition for one in judgements if one.intervals and not one.holds_at_head]
    never = [one.definition for one in judgements if not one.intervals]
    every = f"all {wording.number(len(judgements))} definitions"
    parts = [
        f"{words} under {every if len(names) == len(judgements) else _listed([titles.get(one, one) for one in names])}"
        for words, names in (("true", now), ("once true, and no longer,", once), ("never true", never))
        if names
    ]
    return capital(f"{'; '.join(parts)}.")


def _listed(titles: Sequence[str]) -> str:
    """Return the titles as a list; some have commas of their own."""
    if not any("," in title for title in titles) or len(titles) == 1:
        return wording.listed(titles)
    return f"{'; '.join(titles[:-1])} and {titles[-1]}"


def _told_jointly(shared: Together, titles: Mapping[str, str], end: int) -> str:
    who = f"The {wording.number(len(shared.claims))}"
    under = f" under {titles.get(shared.definition, shared.definition)}" if shared.definition else ""
    if not shared.intervals:
        return f"{who} never held together{under}."
    now = "" if shared.holds_at_head else f" They do not on {wording.day(end)}."
    return f"{told_spans(shared.intervals, subject=f'{who} held together{under}')}{now}"


def shown(value: float, unit: str) -> str:
    """Return a measured value as it stands in a sentence, with its unit."""
    if unit == "share":
        return wording.percent(100 * value)
    figure = wording.figure(value, unit)
    return figure if unit in ("percent", "change", "dollars", "date") else f"{figure} {unit}"


def _exactly(value: float, unit: str) -> str:
    """Return a published value with as many digits as it has."""
    if unit in ("share", "percent"):
        return f"{100 * value if unit == 'share' else value:.10g} %"
    return f"{value:,.10g} {unit}"


def _distance(value: float, unit: str) -> str:
    if unit in ("share", "percent"):
        return f"{wording.decimal(100 * value if unit == 'share' else value)} points"
    return shown(value, unit)
