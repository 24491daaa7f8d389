"""What the figures rest on, and what makes some of them doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Column, Comparison, Spot
from analyzer.model.scope import Scope
from analyzer.model.uncounted import Reason
from analyzer.model.wording import NOTHING, count, day, listed, percent, plural

_DAY = 86_400
_OF_HISTORY = (Reason.SHALLOW, Reason.PARTIAL)
_OF_ORIGIN = (Reason.NOT_UPDATED, Reason.ORIGIN_MISMATCH)
_ODD = {
    "author_later": "written after it was committed",
    "future": "dated after the end",
    "before_1970": "dated 1970 or before",
}
_SHARED = (("Vendored code", Scope.VENDORED), ("Generated code", Scope.GENERATED))

Check = Callable[[Comparison, Column], str]


@section(title="How far the figures can be trusted", order=85)
def trust(comparison: Comparison) -> Iterator[Block]:
    """Signs by which a reader can tell what a figure leaves out, one column for each repository."""
    if not comparison.columns:
        return
    floors = [column.name for column in comparison.columns if column.floor]
    if floors:
        yield Prose(
            f"Of {listed(floors)} only a part of the history is there. Counts that the rest can only raise are shown "
            "with “at least”. Lines added and files modified are not among them: the oldest commit that is there "
            "brings all that others brought before it."
        )
    rows = [(title, *(check(comparison, column) for column in comparison.columns)) for title, check in _CHECKS.items()]
    yield Table(
        "What the figures rest on",
        ("Sign", *(column.name for column in comparison.columns)),
        tuple(row for row in rows if any(cell != NOTHING for cell in row[1:])),
    )
    yield Prose(
        "`diptych verify` reads everything again and compares it with what these figures were made of; "
        "`diptych audit` holds those that git alone can give against git."
    )


def _history(comparison: Comparison, column: Column) -> str:
    found = _told(comparison, column, _OF_HISTORY)
    return "\n".join(found) or ("incomplete" if column.floor else "whole")


def _head(comparison: Comparison, column: Column) -> str:
    days = (comparison.end - column.time) // _DAY
    behind = f"{plural(days, 'day')} before the end of the windows" if days else "at the end of the windows"
    return f"{day(column.time)}\n{behind}"


def _origin(comparison: Comparison, column: Column) -> str:
    return "\n".join(_told(comparison, column, _OF_ORIGIN)) or "as asked for, and reached"


def _dates(comparison: Comparison, column: Column) -> str:
    spots = _spots(comparison, "odd-dates", column)
    if not spots or spots[0].value is None:
        return NOTHING
    parts = [
        f"{count(spots[0].parts.get(name, 0))} {words}" for name, words in _ODD.items() if spots[0].parts.get(name)
    ]
    return "\n".join([plural(spots[0].value, "commit"), *parts]) if parts else "none"


def _mailmap(comparison: Comparison, column: Column) -> str:
    spots = _spots(comparison, "mapped-identities", column)
    if not spots:
        return NOTHING
    whole = plural(spots[0].parts.get("identities", 0), "identity", "identities")
    if spots[0].value is None:
        return f"none\n{whole} as recorded"
    return f"renames {count(spots[0].value)}\nof {whole}"


def _files(comparison: Comparison, column: Column) -> str:
    spots = _spots(comparison, "uncounted-files", column)
    if not spots:
        return "none" if "uncounted-files" in comparison.places else NOTHING
    lost = sum(spot.value or 0 for spot in spots)
    tree = spots[0].parts.get("tree", 0)
    return "\n".join([f"{count(lost)} of {count(tree)}", *(f"{count(spot.value or 0)} {spot.name}" for spot in spots)])


def _contents(comparison: Comparison, column: Column) -> str:
    """Return by reason what could not be read of files that are counted: neither history, nor the way here."""
    others = {*_OF_HISTORY, *_OF_ORIGIN}
    reasons = sorted(
        str(one.reason) for one in comparison.troubles if one.repository in column.names and one.reason not in others
    )
    return "\n".join(f"{count(len(list(some)))} {reason}" for reason, some in groupby(reasons)) or "none"


def _share_of(scope: Scope) -> Check:
    def share(comparison: Comparison, column: Column) -> str:
        lines = {
            spot.name: spot.parts.get("code", 0) + spot.parts.get("comment", 0)
            for spot in _spots(comparison, "comments-by-scope", column)
        }
        whole = sum(lines.values())
        return percent(100 * lines.get(scope, 0) / whole) if whole else NOTHING

    return share


def _programs(comparison: Comparison, column: Column) -> str:
    spots = _spots(comparison, "bot-share", column)
    return NOTHING if not spots or spots[0].value is None else percent(spots[0].value)


def _told(comparison: Comparison, column: Column, reasons: tuple[Reason, ...]) -> list[str]:
    mine = [one for one in comparison.troubles if one.repository in column.names and one.reason in reasons]
    return [line for one in mine for line in (str(one.reason), one.detail) if line]


def _spots(comparison: Comparison, slug: str, column: Column) -> list[Spot]:
    return [spot for spot in comparison.places.get(slug, ()) if spot.repository == column.name]


_CHECKS: Mapping[str, Check] = {
    "History": _history,
    "Newest commit": _head,
    "Origin": _origin,
    "Commits with odd dates": _dates,
    "Mailmap\nidentities of authors": _mailmap,
    "Files not counted\nin the tree": _files,
    "Files and commits that could not be looked into": _contents,
    **{f"{title}\nof lines of code and comment": _share_of(scope) for title, scope in _SHARED},
    "Commits by programs\nall time": _programs,
}
