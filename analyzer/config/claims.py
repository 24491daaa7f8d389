"""`[[claim]]`: what somebody published, as the configuration states it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from analyzer.config.schema import ClaimTable
from analyzer.config.toml import line_of
from analyzer.errors import ConfigError
from analyzer.model.claim import Claim
from analyzer.model.numbers import Number
from analyzer.model.wording import listed


def claims(tables: Sequence[ClaimTable], names: Sequence[str], path: Path, text: str) -> tuple[Claim, ...]:
    """Return the claims, each with a name of its own.

    `names` are those of the repositories, `path` and `text` the file: raises ConfigError with the line of a claim about
    a repository that is not in it, or that has the name of another.
    """
    for index, table in enumerate(tables):
        for key in ("repository", "relative_to"):
            wanted = getattr(table, key)
            if wanted and wanted not in names:
                place = line_of(text, ("claim", index, key))
                near = difflib.get_close_matches(wanted, names, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known: {listed(names)}"
                raise ConfigError(f"{path}:{place}: claim {index + 1}: there is no repository {wanted!r}", hint=hint)
    slugs = _slugs(tables, path, text)
    return tuple(_claim(table, next(slugs)) for table in tables)


def _slugs(tables: Sequence[ClaimTable], path: Path, text: str) -> Iterator[str]:
    taken: set[str] = set()
    for index, table in enumerate(tables):
        slug = table.name or _made(table, taken)
        if slug in taken:
            place = line_of(text, ("claim", index, "name"))
            raise ConfigError(f"{path}:{place}: claim {index + 1}: the name {slug!r} is taken", hint="choose another")
        taken.add(slug)
        yield slug


def _made(table: ClaimTable, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", f"{table.repository}-{table.metric}".lower()).strip("-")
    number = 1
    while (slug := plain if number == 1 else f"{plain}-{number}") in taken:
        number += 1
    return slug


def _claim(table: ClaimTable, slug: str) -> Claim:
    tolerance = table.tolerance if table.tolerance is not None else _half_a_digit(table.value)
    return Claim(
        slug=slug,
        text=table.text,
        metric=table.metric,
        repository=table.repository,
        operator=table.operator,
        value=_number(table.value),
        tolerance=float(tolerance),
        definition=table.definition,
        scope=table.scope,
        window=table.window,
        identity=table.identity,
        relative_to=table.relative_to or "",
        date=table.date or "",
        said_by=table.said_by,
        source=table.source,
        pair=table.pair,
        must_hold=table.must_hold,
    )


def _half_a_digit(value: Decimal) -> Decimal:
    """Return half of the last digit that was published: 0.5 for 25, 0.05 for 25.0."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(min(int(exponent), 0) - 1)


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)
