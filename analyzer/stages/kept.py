"""What was made before from the same facts is not made again: comparisons in the store, pages in the cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from analyzer.export.comparison_json import dumps, loads
from analyzer.fingerprint import code, digest
from analyzer.model.layout import Layout
from analyzer.model.shelf import Beside
from analyzer.model.uncounted import NotCounted
from analyzer.session import Session
from analyzer.stages import preparing

if TYPE_CHECKING:
    from analyzer.model.claim import Claim
    from analyzer.model.comparison import Comparison
    from analyzer.model.definition import Definition
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store


def comparison(
    session: Session,
    store: Store,
    title: str,
    found: Sequence[Site],
    failed: Sequence[NotCounted],
    chosen: Definition,
    claims: Sequence[Claim],
) -> Comparison:
    """Return the comparison of these sites: as it was kept, or made now and kept.

    Raises ConfigError for claims that could never be judged.
    """
    absent = [site.absent(session, store) for site in found]
    fingerprint = _fingerprint(session, title, found, absent, failed, chosen, claims)
    text = store.cached_comparison(fingerprint)
    if text is not None:
        return loads(text)
    # Not at the top: it brings pandas, which takes longer than reading what was kept.
    from analyzer.stages import comparing, judging
    from analyzer.stages.measurement import metrics
    from analyzer.stages.sites import all_places

    judging.check(claims, metrics(), session.quality)
    preparing.prepare(session, store, all_places(found))
    text = dumps(comparing.comparison(session, store, title, found, failed, chosen, claims))
    store.cache_comparison(fingerprint, text)
    # As it will be the next time: in JSON, the parts of a figure stand in the order of their names.
    return loads(text)


def page(session: Session, made: Comparison, layout: Layout, beside: Beside) -> str:
    """Return the report of a comparison: as it was kept, or rendered now and kept. Raises RenderError."""
    from analyzer.export import headlines
    from analyzer.render.clean import cleaned
    from analyzer.render.output import write

    pages = session.workspace.cache / "pages"
    kept = pages / f"{digest(code(), dumps(made), layout.sections, sorted(layout.hidden), asdict(beside))}.html"
    if not kept.exists():
        from analyzer.render.page import render

        said = headlines.dumps(headlines.headlines(cleaned(made)))
        charts = session.workspace.cache / "charts"
        text = render(made, scratch=charts, layout=layout, beside=beside, headlines=said)
        for old in pages.glob("*.html"):
            old.unlink(missing_ok=True)
        write(text, kept)
    return kept.read_text(encoding="utf-8")


def _fingerprint(
    session: Session,
    title: str,
    found: Sequence[Site],
    absent: Sequence[frozenset[str]],
    failed: Sequence[NotCounted],
    chosen: Definition,
    claims: Sequence[Claim],
) -> str:
    places = [
        {
            "column": site.name,
            "name": place.read.spec.name,
            "location": place.read.mirror.location,
            "branch": place.read.mirror.branch,
            "exclude": place.read.spec.exclude,
            "moment": asdict(place.moment),
            "absent": sorted(without),
            "carried": place.read.mirror.carried and asdict(place.read.mirror.carried),
            "troubles": [asdict(trouble) for trouble in place.read.mirror.troubles],
        }
        for site, without in zip(found, absent, strict=True)
        for place in site.places
    ]
    given = [asdict(claim) for claim in claims]
    # What another Python could not parse, this one may.
    made_by = (code(), preparing.versions(), asdict(session.quality), asdict(session.people))
    return digest(made_by, title, chosen.name, places, [asdict(one) for one in failed], given)
