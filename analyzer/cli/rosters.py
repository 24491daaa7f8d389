"""What `diptych people` does: ask the pipeline, print people or merges, write a mailmap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean, paragraph
from analyzer.errors import ConfigError
from analyzer.model import wording
from analyzer.model.people import IDENTITIES
from analyzer.model.roster import Member, Merge, Roster


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about people."""

    as_of: str | None
    identity: str
    credit: str
    bots: str
    merges: bool
    """Whether to list what the rule joins, not people."""
    write_mailmap: Path | None
    top: int | None


def show_people(
    options: Globals, asked: Asked, repositories: Sequence[str], config: Path | None, as_json: bool
) -> None:
    """Print the answer; raises ConfigError for a mailmap of several repositories, or in place of a file."""
    wanted = choose(options.root, config, repositories)
    if asked.write_mailmap is not None and len(wanted.repositories) != 1:
        raise ConfigError("a mailmap is that of one repository", hint="name it with --repository")
    if asked.write_mailmap is not None and asked.write_mailmap.exists():
        raise ConfigError(f"{asked.write_mailmap} is there already", hint="name another file: none is written over")
    with options.session(wanted) as session:
        found = pipeline.people(
            session,
            wanted.repositories,
            base=wanted.base,
            as_of=asked.as_of or wanted.as_of,
            identity=asked.identity,
            credit=asked.credit,
            bots=asked.bots,
        )
    if asked.write_mailmap is not None:
        _write(asked.write_mailmap, found[0])
    elif as_json:
        click.echo(dumps([as_row(roster, asked) for roster in found]))
    else:
        for number, roster in enumerate(found):
            _print(roster, asked, again=number > 0)


def as_row(roster: Roster, asked: Asked) -> dict[str, object]:
    """Return what scripts read: the people, or with `merges` what is one person and why."""
    head: dict[str, object] = {"repository": roster.repository, "identity": roster.identity}
    if asked.merges:
        return {**head, "merges": [asdict(one) for one in roster.merges[: asked.top]]}
    rows = [{**asdict(one), "first": _day(one.first), "last": _day(one.last)} for one in roster.members[: asked.top]]
    return {**head, "people": len(roster.members), "members": rows}


def _write(place: Path, roster: Roster) -> None:
    place.write_text(roster.mailmap, encoding="utf-8")
    lines = wording.plural(roster.mailmap.count("\n"), "line")
    click.echo(clean(f"{place}: {lines}, with whole addresses of people: think before you publish them"))


def _print(roster: Roster, asked: Asked, *, again: bool) -> None:
    if again:
        click.echo()
    people = wording.plural(len(roster.members), "person", "people")
    identities = wording.plural(sum(one.identities for one in roster.members), "identity", "identities")
    rule = f"{roster.identity} ({IDENTITIES[roster.identity]})"
    click.echo(paragraph(f"{roster.repository}: {people} of {identities}, by the rule {rule}."))
    if asked.merges:
        reasons = Counter(one.reason for one in roster.merges)
        told = wording.listed([f"{wording.count(number)} by {reason}" for reason, number in sorted(reasons.items())])
        click.echo(paragraph(f"Joined: {told or 'nothing'}."))
    click.echo()
    (_merges(roster.merges[: asked.top]) if asked.merges else _members(roster.members[: asked.top])).show()


def _members(members: Sequence[Member]) -> Sheet:
    rows = tuple(
        (
            one.name,
            one.address,
            wording.count(one.commits),
            _day(one.first) or wording.NOTHING,
            _day(one.last) or wording.NOTHING,
            wording.count(one.identities),
            "program" if one.program else "",
        )
        for one in members
    )
    head = ("name", "address", "commits", "first", "last", "identities", "")
    return Sheet(head, rows, (False, False, True, False, False, True, False))


def _merges(merges: Sequence[Merge]) -> Sheet:
    rows = tuple(
        (one.reason, one.person, f"{one.name} {one.address}".strip(), f"{one.other_name} {one.other_address}".strip())
        for one in merges
    )
    return Sheet(("reason", "person", "one identity", "another"), rows)


def _day(time: int | None) -> str | None:
    return None if time is None else wording.moment(time).date().isoformat()
