"""How far the order of several repositories depends on the definition, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model import wording
from analyzer.model.ranking import Order

_NAMED = 3


def order_of_many(orders: Sequence[Order]) -> str:
    """Return how many neighbours stand the other way round somewhere, and which do most often; empty without any."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for order in orders:
        if order.scope == "all" and order.now is not None:
            pairs.setdefault((order.first, order.second), []).append(order.now)
    if not pairs:
        return ""
    turned = {pair: len(stands) - stands.count(stands[0]) for pair, stands in pairs.items()}
    most = sorted((pair for pair in turned if turned[pair]), key=lambda pair: -turned[pair])
    head = f"Of {wording.plural(len(pairs), 'pair')} of neighbours in the order by the first definition"
    if not most:
        return f"{head}, none is in another order under any other."
    told = [
        f"{pair[0]} and {pair[1]} under {wording.number(turned[pair])} of {wording.number(len(pairs[pair]))}"
        for pair in most[:_NAMED]
    ]
    verb, which = "is" if len(most) == 1 else "are", ":" if len(most) <= _NAMED else ", most often"
    return (
        f"{head} {wording.number(len(most))} {verb} in another order under some definition{which} "
        f"{wording.listed(told)}. `diptych ranking` tells of each, and since when."
    )
