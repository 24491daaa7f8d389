"""Who is one person, by every rule, and how much programs and assistants take part."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import Ask, Asks
from analyzer.model.people import IDENTITIES

YEARS_SHOWN = 6
_GROUP = "People and programs"


def _latest(table: pd.DataFrame) -> pd.DataFrame:
    return table.tail(YEARS_SHOWN)


def _counted(name: str, identity: str, bots: str = "with") -> tuple[Ask, Ask]:
    all_time = Ask(f"contributors-by-{name}", "", "Contributors", "contributors", identity=identity, bots=bots)
    year = Ask(f"contributors-by-{name}-12m", "", "Contributors", "contributors", "12m", identity, bots=bots)
    return all_time, year


ASKED = Asks(
    __name__,
    order=15,
    rows=(
        Ask("contributors-folded", _GROUP, "Contributors, folded (all time)", "contributors", identity="folded"),
        Ask("bot-share-12m", _GROUP, "Commits by programs (past 12 months)", "bot_share", "12m"),
        Ask("assisted-share-12m", _GROUP, "Commits with an assistant (past 12 months)", "assisted_share", "12m"),
    ),
    places=(
        *(ask for rule in IDENTITIES for ask in _counted(rule, rule)),
        *_counted("people", "folded", bots="without"),
        Ask("bot-share", "", "Commits by programs", "bot_share"),
        Ask("bot-share-by-year", "", "Commits by programs", "bot_share", by="year", cut=_latest),
        Ask("assisted-share-by-year", "", "Commits with an assistant", "assisted_share", by="year", cut=_latest),
    ),
)
