"""How much the answer depends on the definition of comment."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, Prose, Table, section
from analyzer.model.comparison import Comparison
from analyzer.model.numbers import Number
from analyzer.model.ranking import RANKED, Rung
from analyzer.render.ladder_chart import ladder_chart
from analyzer.render.panels import FEW
from analyzer.render.sections._order_of_many import order_of_many

_FEW = 2
"""Of more repositories nobody reads about each pair."""
_LANGUAGES = (
    "Definitions choose their languages, too: Open Hub leaves documents and data out, Radon reads Python alone; the "
    "others count Markdown, reStructuredText and data as code, which lowers their ratios."
)


@section(title="Does it depend on the definition?", order=61)
def which_definition(comparison: Comparison) -> Iterator[Block]:
    """The comment ratio under every published definition, and where the order of the repositories turns."""
    rungs = [rung for rung in comparison.ladder if rung.scope == "all"]
    if not any(value is not None for rung in rungs for value in rung.values):
        return
    many = len(comparison.columns) > _FEW
    if said := order_of_many(comparison.orders) if many else " ".join(comparison.turns):
        yield Prose(said)
    yield Prose(_LANGUAGES)
    yield _chart(comparison, rungs)
    scopes = [scope for scope in RANKED if scope != "all"] if len(comparison.columns) > 1 else []
    for some in [[scope] for scope in scopes] if many else [scopes] if scopes else []:
        yield _parts(comparison, rungs, some)


def _chart(comparison: Comparison, rungs: list[Rung]) -> Chart:
    names = [column.name for column in comparison.columns]
    known = [(rung, [value for value in rung.values if value is not None]) for rung in rungs]
    told = [(rung, values) for rung, values in known if values]
    points = [
        {
            "repository": name,
            "title": rung.title,
            "value": round(value, 2),
            "shown": wording.percent(value),
            "docstrings": "are comments" if rung.docstrings else "are not comments",
        }
        for rung, _ in told
        for name, value in zip(names, rung.values, strict=True)
        if value is not None
    ]
    return Chart(
        slug="ladder",
        title="The comment ratio under every definition",
        caption=_caption(told, len(names)),
        spec=ladder_chart(names, [rung.title for rung, _ in told], points),
        data=_table(comparison, rungs),
    )


def _caption(told: list[tuple[Rung, list[Number]]], repositories: int) -> str:
    low, least = min(((rung.title, min(values)) for rung, values in told), key=lambda pair: pair[1])
    high, most = max(((rung.title, max(values)) for rung, values in told), key=lambda pair: pair[1])
    if len(told) == 1:
        return "A dot for each repository, in percent."
    many = " A grey line goes from the least to the most of all repositories." if repositories > FEW else ""
    return (
        f"The same lines, counted by {wording.number(len(told))} definitions: from {wording.percent(least)} ({low}) to "
        f"{wording.percent(most)} ({high}).{many}"
    )


def _table(comparison: Comparison, rungs: list[Rung]) -> Table:
    names = [column.name for column in comparison.columns]
    # On one scale: so long a bar stands for as many percent everywhere.
    top = max((value for rung in rungs for value in rung.values if value is not None), default=0)
    return Table(
        caption="The comment ratio under every definition, in all files that it counts",
        head=("Definition", *names, "Docstrings"),
        rows=tuple(
            (
                f"{rung.title}\n{rung.formula}",
                *(wording.figure(value, "percent") for value in rung.values),
                "comment" if rung.docstrings else "not comment",
            )
            for rung in rungs
        ),
        numeric=(False, *(True for _ in names), False),
        bars=tuple(
            (None, *(None if value is None or not top else round(value / top, 4) for value in rung.values), None)
            for rung in rungs
        ),
    )


def _parts(comparison: Comparison, rungs: list[Rung], scopes: list[str]) -> Table:
    """Return the same in some parts of the repositories, without words."""
    by_scope = {(rung.definition, rung.scope): rung for rung in comparison.ladder}
    alone = len(scopes) == 1
    names = [column.name for column in comparison.columns]
    head = names if alone else [f"{name}, {scope.replace('-', ' ')}" for scope in scopes for name in names]
    rows = tuple(
        (
            rung.title,
            *(
                wording.figure(value, "percent")
                for scope in scopes
                for value in by_scope[rung.definition, scope].values
            ),
        )
        for rung in rungs
    )
    return Table(
        f"The same in {wording.listed([RANKED[scope] for scope in scopes])}",
        ("Definition", *head),
        rows,
        numeric=(False, *(True for _ in head)),
    )
