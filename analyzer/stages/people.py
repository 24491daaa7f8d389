"""Store -> roster: the people of one repository by one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.stages.measurement import definition

if TYPE_CHECKING:
    from analyzer.model.people import People
    from analyzer.model.roster import Roster
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store


def needs() -> tuple[str, ...]:
    """Return the tables that a roster is made from."""
    from analyzer.measure.credit import CREDIT_TABLES

    return CREDIT_TABLES


def roster(store: Store, site: Site, people: People, identity: str, credit: str, bots: str) -> Roster:
    """Return who the people of one repository or project are."""
    from analyzer.measure.roster import roster
    from analyzer.model.metric import Options

    known = site.facts(store, needs())
    # People are the same under every definition of comment.
    options = Options(definition("openhub"), identity=identity, people=people, credit=credit, bots=bots)
    return roster(known, options)
