"""The comment ratio under many definitions at once, at every commit: what they share is computed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.folding import percentages
from analyzer.measure.line_sums import SUMS, coefficients, own_sides
from analyzer.measure.trunk import Line, line_of
from analyzer.model.definition import Definition
from analyzer.model.frames import Facts
from analyzer.model.lines import FIELDS

_WIDTH = len(SUMS)


def ratios_at_commits(
    facts: Facts, definitions: Sequence[Definition], scopes: Mapping[str, frozenset[str] | None]
) -> dict[tuple[str, str], pd.DataFrame]:
    """Return what the metric `comment_ratio` says by commit, for each definition and each of the named scopes.

    The keys are (name of the definition, name of the scope); None stands for all scopes.
    """
    growth = facts["growth"].sort_values("position", kind="stable")
    line = line_of(facts)
    positions, sums = growth["position"].to_numpy(), _sums(growth, definitions)
    found = {}
    for name, chosen in scopes.items():
        kept = np.ones(len(growth), np.bool_) if chosen is None else growth["scope"].isin(chosen).to_numpy()
        totals = line.totals(positions[kept], sums[kept])
        for place, one in enumerate(definitions):
            found[one.name, name] = _table(line, totals[:, place * _WIDTH : (place + 1) * _WIDTH], one)
    return found


def _table(line: Line, totals: npt.NDArray[np.int64], definition: Definition) -> pd.DataFrame:
    columns = dict(zip(SUMS, totals.T, strict=True))
    values = percentages(pd.Series(columns["numerator"]), pd.Series(columns["denominator"]))
    sides = ["numerator", "denominator"] if own_sides(definition) else []
    parts = {name: columns[name] for name in ("comment", "code", *sides)}
    return pd.DataFrame({"sha": line.shas, "time": line.times, "value": values, **parts})


def _sums(growth: pd.DataFrame, definitions: Sequence[Definition]) -> npt.NDArray[np.int64]:
    """Return for each row the `SUMS` under each definition, one behind the other; 0 in languages it does not count."""
    vectors = growth[list(FIELDS)].to_numpy(dtype=np.int64)
    sums = np.zeros((len(growth), _WIDTH * len(definitions)), dtype=np.int64)
    codes, languages = pd.factorize(growth["language"])
    for code, language in enumerate(map(str, languages)):
        rows = np.flatnonzero(codes == code)
        # No language is none that a definition could count.
        counting = [language != "" and (one.languages is None or language in one.languages) for one in definitions]
        forms = [
            coefficients(one, language) if counts else np.zeros((len(FIELDS), _WIDTH), np.int64)
            for one, counts in zip(definitions, counting, strict=True)
        ]
        sums[rows] = vectors[rows] @ np.hstack(forms)
    return sums
