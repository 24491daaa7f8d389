"""What `diptych explain` prints: pages of 80 columns, or JSON of the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.errors import UnknownName
from analyzer.model.definition import Definition, equation
from analyzer.stages import measurement

if TYPE_CHECKING:
    from analyzer.model.metric import Metric

WIDTH = 80
_KINDS = ("definition", "metric")
_MARGIN = 22
"""Where what stands behind a label begins."""


def meant(kind: str, name: str | None) -> tuple[str, str | None]:
    """Return (kind, name) of what was asked for: a metric may be named alone. Raises UnknownName."""
    if kind in _KINDS:
        return kind, name
    if name is not None:
        raise UnknownName("kind of explanation", kind, _KINDS)
    known = measurement.metrics()
    if kind not in known:
        raise UnknownName("metric", kind, [*known, *_KINDS])
    return "metric", kind


def list_all(kind: str, as_json: bool) -> None:
    """Print the names and titles of what can be explained."""
    if kind == "definition":
        rows = [{"name": one.name, "title": one.title, "formula": one.formula} for one in _definitions().values()]
    else:
        rows = [{"name": one.name, "title": one.title, "unit": one.unit} for one in measurement.metrics().values()]
    if as_json:
        click.echo(dumps(rows))
    else:
        Sheet(tuple(rows[0]), tuple(tuple(row.values()) for row in rows)).show()


def definition(name: str, as_json: bool) -> None:
    """Print what a definition does with each kind of line; raises UnknownName."""
    known = _definitions()
    if name not in known:
        raise UnknownName("definition", name, known)
    one = known[name]
    variants = [other.name for other in known.values() if other.module == one.module and other.name != name]
    facts = {"name": name, "title": one.title, **_treatment(one), "variants": variants, "lines": _arithmetic(one)}
    if as_json:
        click.echo(dumps([facts]))
        return
    labels = {**_treatment(one), "languages": _languages(one), "other forms": ", ".join(variants)}
    _print([f"{name}: {one.title}", "", *labelled(labels)])
    for languages, equations in _arithmetic(one).items():
        _print(["", f"Lines of {languages}, in the fields of the line vector:", *labelled(equations, indent="  ")])


def metric(name: str, as_json: bool) -> None:
    """Print what a metric is, why it matters, how it is counted and what can mislead; raises UnknownName."""
    known = measurement.metrics()
    if name not in known:
        raise UnknownName("metric", name, known)
    one = known[name]
    chapters = {heading: one.chapter(heading) for heading in _headings(one)}
    splits = {"unit": one.unit, "--by": ", ".join(one.by) or "cannot be split"}
    options = {"--window": one.windowed, "--definition": one.defined}
    if as_json:
        facts = {"name": name, "title": one.title, "unit": one.unit, "by": list(one.by), "summary": one.summary}
        click.echo(
            dumps(
                [
                    {
                        **facts,
                        "windowed": one.windowed,
                        "defined": one.defined,
                        "projects": not one.alone,
                        "chapters": chapters,
                    }
                ]
            )
        )
        return
    said = {option: "changes it" if so else "has no effect, and is refused" for option, so in options.items()}
    alone = {"projects": f"not told. {one.alone}" if one.alone else ""}
    _print([f"{name}: {one.title}", "", *textwrap.wrap(one.summary, WIDTH), "", *labelled({**splits, **said, **alone})])
    for heading, text in chapters.items():
        _print(["", heading, *textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")])


def _definitions() -> Mapping[str, Definition]:
    return measurement.definitions()


def _treatment(one: Definition) -> dict[str, str]:
    return {
        "formula": one.formula,
        "docstrings": one.docstrings,
        "blank lines": one.blanks,
        "trailing comments": one.trailing,
        "other triple-quoted": one.strings,
        "source": one.source,
    }


def _languages(one: Definition) -> str:
    if one.languages is None:
        return "all that Diptych knows"
    if len(one.languages) == 1:
        return f"{next(iter(one.languages))} only"
    return f"{len(one.languages)}: {', '.join(sorted(one.languages))}"


def _arithmetic(one: Definition) -> dict[str, dict[str, str]]:
    """Return for Python, and for other languages if they are counted, an equation for each kind of line."""
    own = {language: one.rule_for(language) for language in sorted({"Python", *one.by_language})}
    others = {} if one.languages and one.languages <= set(own) else {"other languages": one.rule}
    found = {}
    for languages, rule in {**own, **others}.items():
        found[languages] = {kind: equation(getattr(rule, kind)) for kind in ("code", "comment", "blank")}
        upper = {"numerator": one.numerator, "denominator": one.denominator}
        found[languages] |= {side: equation(form) for side, form in upper.items() if form is not None}
    return found


def _headings(one: Metric) -> list[str]:
    return re.findall(r"^## (.+)$", one.explanation, re.MULTILINE)


def labelled(rows: Mapping[str, str], indent: str = "") -> list[str]:
    """Return lines with each label and its text, broken at `WIDTH`; what has no text is left out."""
    lines: list[str] = []
    behind = " " * _MARGIN
    for label, text in rows.items():
        if text:
            first = f"{indent}{label}".ljust(_MARGIN)
            lines += textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=behind, break_on_hyphens=False)
    return lines


def _print(lines: Sequence[str]) -> None:
    click.echo("\n".join(lines))
