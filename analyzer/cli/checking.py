"""What `diptych check` does: judge, print, and say by the exit code whether what must hold does."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.choice import configuration
from analyzer.cli.globals import Globals
from analyzer.cli.making import compared
from analyzer.cli.outcome import told_unread
from analyzer.cli.plain_json import dumps
from analyzer.cli.text import paragraph
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.wording import day, listed, plural

if TYPE_CHECKING:
    from analyzer.config import Configuration
    from analyzer.model.claim import Together, Verdict
    from analyzer.model.comparison import Comparison

FAILED = 1
"""Exit code: a claim that must hold does not."""


def check_claims(
    options: Globals, config: Path | None, names: Sequence[str], *, as_of: str | None, update: bool, as_json: bool
) -> int:
    """Print the verdicts on all claims, or on those of `names`, and return the exit code.

    Raises ConfigError if there is no claim, UnknownName for a name that no claim has.
    """
    wanted = _chosen(configuration(options.root, config), names)
    with options.session(wanted) as begun, pipeline.alone(begun) if update else nullcontext(begun) as session:
        comparison = compared(session, wanted, as_of=as_of, update=update)
    if as_json:
        click.echo(dumps({"claims": comparison.claims, "together": comparison.together}))
    else:
        _print(comparison)
    failed = [verdict for verdict in comparison.claims if verdict.claim.must_hold and not verdict.holds]
    if failed:
        told = listed([verdict.claim.slug for verdict in failed])
        click.echo(f"error: {plural(len(failed), 'claim')} that must hold {_do(failed)} not: {told}", err=True)
    incomplete = told_unread(comparison, wanted.columns, update=update)
    return FAILED if failed else incomplete


def _chosen(wanted: Configuration, names: Sequence[str]) -> Configuration:
    if not wanted.claims:
        hint = "add one: [[claim]] with text, repository, metric and value"
        raise ConfigError("the configuration has no claim to check", hint=hint)
    known = {claim.slug: claim for claim in wanted.claims}
    for name in names:
        if name not in known:
            raise UnknownName("claim", name, known)
    return replace(wanted, claims=tuple(known[name] for name in names)) if names else wanted


def _do(failed: Sequence[Verdict]) -> str:
    return "does" if len(failed) == 1 else "do"


def _print(comparison: Comparison) -> None:
    for verdict in comparison.claims:
        _print_verdict(verdict)
    for one in _joint(comparison):
        click.echo(paragraph(f"{one.pair}: {one.told}"))
    marked = [verdict for verdict in comparison.claims if verdict.claim.must_hold]
    held = sum(verdict.holds for verdict in comparison.claims)
    guard = f"; {sum(verdict.holds for verdict in marked)} of {len(marked)} that must hold do" if marked else ""
    click.echo(f"{held} of {plural(len(comparison.claims), 'claim')} true on {day(comparison.end)}{guard}")


def _print_verdict(verdict: Verdict) -> None:
    claim = verdict.claim
    must = ", must hold" if claim.must_hold else ""
    click.echo(paragraph(f"{verdict.word.upper()}  {claim.slug}{must}"))
    click.echo(paragraph(f"“{claim.text}”", indent=2))
    said = [text for text in (claim.said_by, claim.source, claim.date) if text]
    if said:
        click.echo(paragraph(f"said by {', '.join(said)}", indent=2))
    click.echo(paragraph(f"tested: {verdict.statement}", indent=2))
    for sentence in verdict.told:
        click.echo(paragraph(sentence, indent=4))
    click.echo()


def _joint(comparison: Comparison) -> list[Together]:
    """Return of each pair what it came to under the definition of its first claim, or wherever it held."""
    own = {verdict.claim.slug: verdict.main.definition for verdict in comparison.claims if verdict.main}
    return [one for one in comparison.together if one.intervals or one.definition == own.get(one.claims[0])]
