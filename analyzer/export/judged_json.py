"""Claims, rankings and explained changes of a comparison, from JSON back to values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from analyzer.export.known import known_fields
from analyzer.model.claim import Claim, Curve, Interval, Judgement, Saying, Sighting, Together, Verdict
from analyzer.model.ranking import Order, Rung
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit

Plain = dict[str, Any]
Value = TypeVar("Value")


def judged(plain: Plain) -> dict[str, tuple[Any, ...]]:
    """Return the fields of a comparison that hold what was judged or explained; those that are missing are empty."""
    return {
        "claims": _each(_verdict, plain.get("claims", ())),
        "together": _each(_together, plain.get("together", ())),
        "sayings": _each(_saying, plain.get("sayings", ())),
        "ladder": _each(_rung, plain.get("ladder", ())),
        "orders": _each(_order, plain.get("orders", ())),
        "changes": _each(_change, plain.get("changes", ())),
        "turns": tuple(plain.get("turns", ())),
    }


def _each(make: Callable[[Plain], Value], some: list[Plain]) -> tuple[Value, ...]:
    return tuple(make(one) for one in some)


def _verdict(plain: Plain) -> Verdict:
    made = {
        **plain,
        "claim": Claim(**known_fields(Claim, plain["claim"])),
        "judgements": _each(_judgement, plain["judgements"]),
        "told": tuple(plain["told"]),
        "curve": Curve(tuple(plain["curve"]["times"]), tuple(plain["curve"]["values"])),
    }
    return Verdict(**known_fields(Verdict, made))


def _judgement(plain: Plain) -> Judgement:
    seen = {name: _sighting(plain[name]) for name in ("at_head", "at_date", "nearest")}
    return Judgement(**known_fields(Judgement, {**plain, **seen, "intervals": _each(_interval, plain["intervals"])}))


def _sighting(plain: Plain | None) -> Sighting | None:
    return None if plain is None else Sighting(**known_fields(Sighting, plain))


def _interval(plain: Plain) -> Interval:
    return Interval(**known_fields(Interval, plain))


def _together(plain: Plain) -> Together:
    made = {**plain, "claims": tuple(plain["claims"]), "intervals": _each(_interval, plain["intervals"])}
    return Together(**known_fields(Together, made))


def _saying(plain: Plain) -> Saying:
    made = {**plain, "claims": tuple(plain["claims"]), "intervals": _each(_interval, plain["intervals"])}
    return Saying(**known_fields(Saying, made))


def _rung(plain: Plain) -> Rung:
    return Rung(**known_fields(Rung, {**plain, "values": tuple(plain["values"]), "parts": tuple(plain["parts"])}))


def _order(plain: Plain) -> Order:
    return Order(**known_fields(Order, {**plain, "turns": tuple((time, order) for time, order in plain["turns"])}))


def _change(plain: Plain) -> RatioChange:
    ends = {name: RatioEnd(**known_fields(RatioEnd, plain[name])) for name in ("start", "end")}
    splits = {by: _split(split) for by, split in plain["splits"].items()}
    return RatioChange(**{**known_fields(RatioChange, plain), **ends, "splits": splits})


def _split(plain: Plain) -> RatioSplit:
    parts = tuple(RatioPart(**known_fields(RatioPart, part)) for part in plain["parts"])
    rest = plain["rest"] and RatioPart(**known_fields(RatioPart, plain["rest"]))
    return RatioSplit(**{**known_fields(RatioSplit, plain), "parts": parts, "rest": rest})
