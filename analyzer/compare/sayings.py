"""Sentences as they were published: the claims that one sentence makes, and the verdict on the whole of it."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model.claim import NEVER, TRUE, UNKNOWN, WAS_TRUE, Claim, Interval, Saying, Together, Verdict


def sayings(verdicts: Sequence[Verdict], together: Sequence[Together]) -> tuple[Saying, ...]:
    """Return one for each pair of claims and for each claim without a pair, in the order of the claims."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        claim = verdict.claim
        groups.setdefault(("pair", claim.pair) if claim.pair else ("claim", claim.slug), []).append(verdict)
    return tuple(_saying(name, members, together) for (_, name), members in groups.items())


def _saying(name: str, verdicts: Sequence[Verdict], known: Sequence[Together]) -> Saying:
    joint = _joint(verdicts, known)
    first = verdicts[0].claim
    return Saying(
        slug=f"claim-{name}",
        text=first.text,
        said=_said(first),
        word=_word(verdicts, joint),
        claims=tuple(verdict.claim.slug for verdict in verdicts),
        intervals=joint.intervals if joint else _intervals(verdicts[0]),
        told=joint.told if joint else "",
    )


def _joint(verdicts: Sequence[Verdict], known: Sequence[Together]) -> Together | None:
    """Return what a pair came to under the definition of its first claim that has one."""
    if len(verdicts) < 2:
        return None
    own = next((one.main.definition for one in verdicts if one.main and one.main.definition), "")
    return next((one for one in known if one.pair == verdicts[0].claim.pair and one.definition == own), None)


def _intervals(verdict: Verdict) -> tuple[Interval, ...]:
    return verdict.main.intervals if verdict.main else ()


def _word(verdicts: Sequence[Verdict], joint: Together | None) -> str:
    if any(verdict.word == UNKNOWN for verdict in verdicts) or (joint is None and len(verdicts) > 1):
        return UNKNOWN
    if joint is None:
        return verdicts[0].word
    if joint.holds_at_head:
        return TRUE
    return WAS_TRUE if joint.intervals else NEVER


def _said(claim: Claim) -> str:
    return ", ".join(text for text in (claim.said_by, claim.source, claim.date) if text)
